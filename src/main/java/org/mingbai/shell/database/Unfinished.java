package org.mingbai.shell.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// The mark of a data directory into which a backup is being restored. It is the first thing made there and the last taken away, so half a
/// restore, of a killed process too, never looks like a whole one.
public final class Unfinished {

    static final String NAME = "restore.unfinished";

    private Unfinished() {}

    /// Refused where it stands.
    static void refuse(Path data) {
        if (isMarked(data)) {
            throw new DatabaseRefused(
                    "数据目录 " + data + " 只恢复了一半，不能使用。请删除这个目录，重新执行 mingbai restore。",
                    "The data directory " + data + " holds half a restore and cannot be used. Delete it and run mingbai restore again.");
        }
    }

    public static boolean isMarked(Path data) {
        return Files.exists(data.resolve(NAME));
    }

    public static void mark(Path data) throws IOException {
        try (var mark = FileChannel.open(data.resolve(NAME), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            mark.force(true);
        }
        sync(data);
    }

    public static void whole(Path data) throws IOException {
        Files.delete(data.resolve(NAME));
        sync(data);
    }

    /// On Windows a directory cannot be opened to be forced.
    private static void sync(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var entries = FileChannel.open(directory, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }
}
