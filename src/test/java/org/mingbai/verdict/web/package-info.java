@org.jspecify.annotations.NullMarked
package org.mingbai.verdict.web;
