package org.mingbai;

import java.util.List;

/// One thing the command line can do.
interface Verb {

    String name();

    /// What may follow the name.
    String form();

    /// What it is for, in a line each.
    String chinese();

    String english();

    /// What else there is to know, options and the like; the help of one verb shows it.
    default String chineseMore() {
        return "";
    }

    default String englishMore() {
        return "";
    }

    /// 0 when done, 1 when not. A [Misuse] when the words make no sense.
    int run(List<String> words, Terminal terminal) throws Exception;
}
