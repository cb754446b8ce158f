/// Files between a browser and the library: what a form brings, and how a file is handed out.
@NamedInterface("web")
@NullMarked
package org.mingbai.library.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
