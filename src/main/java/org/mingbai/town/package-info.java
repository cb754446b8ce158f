/// A sample town with fourteen months behind it, for those who want to look before they begin. Owns nothing of the product:
/// it uses the same verbs as everybody, at past times, and only where `mingbai.sample` asks for it.
@ApplicationModule
@NullMarked
package org.mingbai.town;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
