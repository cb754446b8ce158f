package org.mingbai.shell.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a second process out of a data directory. The operating system lets go of it when its holder dies, however it dies.
final class DataLock implements AutoCloseable {

    private static final String NAME = "mingbai.lock";

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataLock take(Path data) throws IOException {
        var file = data.resolve(NAME);
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            var holder = Files.readString(file).strip();
            throw new DatabaseRefused(
                    "数据目录 " + data + " 正由另一个明白账进程（进程号 " + holder + "）使用。请先停止它，或者用 --mingbai.data=目录 另指定数据目录。",
                    "The data directory " + data + " is in use by another Mingbai (process " + holder
                            + "). Stop that one first, or choose another directory with --mingbai.data=DIRECTORY.");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return new DataLock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisVeryProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
