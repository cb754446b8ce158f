package org.mingbai;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Where a verb speaks: UTF-8 whatever the locale says, so that a redirected file can always be read.
record Terminal(PrintStream out, PrintStream err, Locale language) {

    static Terminal ofThisProcess() {
        return new Terminal(utf8(FileDescriptor.out), utf8(FileDescriptor.err), language(System.getenv()));
    }

    /// English for those whose computer is set to it; Chinese for all others, a computer set to nothing among them.
    static Locale language(Map<String, String> environment) {
        var set = Stream.of("MINGBAI_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, "")).filter(it -> !it.isEmpty()).findFirst();
        return set.filter(it -> it.startsWith("en")).isPresent() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    void say(String chinese, String english) {
        out.println(language.equals(Locale.ENGLISH) ? english : chinese);
    }

    /// Both languages: a person in trouble should not have to find a setting first.
    void complain(String chinese, String english) {
        err.println(chinese);
        err.println(english);
    }

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
