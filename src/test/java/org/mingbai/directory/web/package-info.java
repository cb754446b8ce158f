@org.jspecify.annotations.NullMarked
package org.mingbai.directory.web;
