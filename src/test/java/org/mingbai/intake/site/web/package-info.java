@org.jspecify.annotations.NullMarked
package org.mingbai.intake.site.web;
