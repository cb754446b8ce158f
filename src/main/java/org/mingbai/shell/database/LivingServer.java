package org.mingbai.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The server a living product runs on a data directory. Whoever may read that directory may come in as one more client; from here it is
/// neither started, changed nor stopped.
record LivingServer(int port, String password) {

    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    /// Empty when nobody uses the directory. Refused when who uses it cannot be joined now.
    static Optional<LivingServer> in(Path data) throws IOException {
        var holder = DataLock.holderOf(data);
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        if (holder.get().passing()) {
            throw holder.get().refusal(data);
        }
        return Optional.of(new LivingServer(port(data, holder.get()), Cluster.passwordIn(data)));
    }

    String url() {
        return EmbeddedPostgres.url(port, EmbeddedPostgres.NAME);
    }

    String user() {
        return EmbeddedPostgres.NAME;
    }

    /// PostgreSQL writes into its file line by line what it is about, and last that it is ready.
    private static int port(Path data, DataLock.Holder holder) throws IOException {
        var lines = lines(data.resolve("postgresql/postmaster.pid"));
        if (lines.size() <= STATE_LINE || !lines.get(STATE_LINE).strip().equals("ready")) {
            throw new DatabaseRefused(
                    "使用数据目录 " + data + " 的明白账（进程号 " + holder.process() + "）正在启动或停止，请稍后再试。",
                    "The Mingbai that uses the data directory " + data + " (process " + holder.process()
                            + ") is just starting or stopping. Try again in a moment.");
        }
        return Integer.parseInt(lines.get(PORT_LINE).strip());
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException notYetOrNoMore) {
            return List.of();
        }
    }
}
