/// Keeps what is typed into a form until it is sent: the server's half of `assets/shell/draft.js`.
@NullMarked
package org.mingbai.shell.draft;

import org.jspecify.annotations.NullMarked;
