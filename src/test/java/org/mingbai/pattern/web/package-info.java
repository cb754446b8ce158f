@org.jspecify.annotations.NullMarked
package org.mingbai.pattern.web;
