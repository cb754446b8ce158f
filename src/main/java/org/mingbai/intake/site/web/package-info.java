/// The public site: raising something and following it, without an account.
@org.jspecify.annotations.NullMarked
package org.mingbai.intake.site.web;
