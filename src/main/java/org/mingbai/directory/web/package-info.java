/// The gate before every route, signing in, and the pages of the directory, the accounts and the audit trail.
@NullMarked
package org.mingbai.directory.web;

import org.jspecify.annotations.NullMarked;
