@org.jspecify.annotations.NullMarked
package org.mingbai.supervision.slip.web;
