package org.mingbai;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The one file a verb is about.
final class Named {

    private Named() {}

    static Path file(Arguments arguments) {
        if (arguments.plain().size() != 1) {
            throw new Misuse("请给出一个文件。", "Please name one file.");
        }
        try {
            return Path.of(arguments.plain().getFirst()).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new Misuse("这不是文件名：" + arguments.plain().getFirst(), "This is no name of a file: " + arguments.plain().getFirst());
        }
    }
}
