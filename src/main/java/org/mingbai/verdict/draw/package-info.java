/// Which of many are asked or looked at again: the share, and a draw that nobody can bend, as its seed is bound before the month begins.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("draw")
package org.mingbai.verdict.draw;
