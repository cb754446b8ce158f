package org.mingbai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.mingbai.shell.backup.Passphrase;

/// A passphrase on the first line of a file: on the command line everybody at the computer could read it.
final class PassphraseFile {

    private PassphraseFile() {}

    static Passphrase read(String file) {
        try (var lines = Files.lines(Path.of(file))) {
            var first = lines.findFirst().orElse("").strip();
            if (first.length() < Passphrase.LENGTH_LEAST) {
                throw new Misuse("口令文件 " + file + " 的第一行要有至少 " + Passphrase.LENGTH_LEAST + " 个字。",
                        "The first line of the passphrase file " + file + " has to have " + Passphrase.LENGTH_LEAST + " characters at least.");
            }
            return new Passphrase(first);
        } catch (IOException | InvalidPathException | UncheckedIOException e) {
            throw new Misuse("读不了口令文件：" + file, "The passphrase file cannot be read: " + file);
        }
    }
}
