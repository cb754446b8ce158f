/// Telling people what concerns them: in the pages, by letter, through robots in group chats and to other programs. Who is told what is for the
/// modules that know the causes; they write it in the transaction of the cause.
@NullMarked
@NamedInterface("telling")
package org.mingbai.directory.telling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
