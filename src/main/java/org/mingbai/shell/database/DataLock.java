package org.mingbai.shell.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Keeps a second process out of a data directory. The operating system lets go of it when its holder dies, however it dies.
final class DataLock implements AutoCloseable {

    private static final String NAME = "mingbai.lock";
    private static final String PASSING = "passing";
    private static final int TRIES_MAX = 5;
    private static final long PAUSE_NANOS = 40_000_000;

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /// The process that uses a data directory.
    /// @param passing it does one thing and ends, and its server with it
    record Holder(String process, boolean passing) {

        private static Holder in(Path file) throws IOException {
            var words = Files.readString(file).strip().split("\\s+");
            return new Holder(words[0], words.length > 1 && words[1].equals(PASSING));
        }

        DatabaseRefused refusal(Path data) {
            return new DatabaseRefused(
                    "数据目录 " + data + " 正由另一个明白账进程（进程号 " + process + "）使用。请先停止它，或者用 --mingbai.data=目录 另指定数据目录。",
                    "The data directory " + data + " is in use by another Mingbai (process " + process
                            + "). Stop that one first, or choose another directory with --mingbai.data=DIRECTORY.");
        }
    }

    static DataLock take(Path data, boolean passing) throws IOException {
        var file = data.resolve(NAME);
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!lockedSoon(channel)) {
            channel.close();
            throw Holder.in(file).refusal(data);
        }
        channel.truncate(0);
        var holder = ProcessHandle.current().pid() + (passing ? " " + PASSING : "");
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
        return new DataLock(channel);
    }

    /// Whoever only asks who lives here holds it for a moment too.
    private static boolean lockedSoon(FileChannel channel) throws IOException {
        for (int tries = 1; tries < TRIES_MAX; tries++) {
            if (locked(channel, false).isPresent()) {
                return true;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return locked(channel, false).isPresent();
    }

    /// Who uses the directory now. Asking needs no more than to read it.
    static Optional<Holder> holderOf(Path data) throws IOException {
        var file = data.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return locked(channel, true).isPresent() ? Optional.empty() : Optional.of(Holder.in(file));
        }
    }

    private static Optional<FileLock> locked(FileChannel channel, boolean shared) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, shared));
        } catch (OverlappingFileLockException heldByThisVeryProcess) {
            return Optional.empty();
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
