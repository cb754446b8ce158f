/// Signing in with an identity provider of one's own (OpenID Connect): what is asked of it and what of its answer is believed. Who the answer
/// names is let in, or not, by the directory.
@NullMarked
package org.mingbai.directory.oidc;

import org.jspecify.annotations.NullMarked;
