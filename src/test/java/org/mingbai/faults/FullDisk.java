package org.mingbai.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/// A disk of its own on which the product lives, filled to the last byte, and given room again.
final class FullDisk {

    private static final int SIZE_MEGABYTES = 512;
    private static final long FULL_SECONDS = 15;
    private static final long PACE_MILLIS = 250;
    private static final int BLOCK = 1 << 16;

    private final Household house;

    FullDisk(Household house) {
        this.house = house;
    }

    /// A file system in memory of that size. False where none may be mounted.
    static boolean isMounted(Path at) throws IOException, InterruptedException {
        Files.createDirectories(at);
        return succeeds("mount", "-t", "tmpfs", "-o", "size=" + SIZE_MEGABYTES + "m", "mingbai-faults", at.toString());
    }

    static void unmount(Path at) throws IOException, InterruptedException {
        succeeds("umount", at.toString());
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /// By turns no table can grow, or the server's log of changes has no room either, so that it falls and cannot start while the disk is full.
    Fault.Back strike(int round, Crowd crowd) throws Exception {
        var filler = house.data().resolve("filler");
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(FULL_SECONDS);
            while (System.nanoTime() < end) {
                fill(filler);
                if (round % 2 == 1) {
                    useUpTheLog();
                }
                TimeUnit.MILLISECONDS.sleep(PACE_MILLIS);
            }
        } finally {
            Files.delete(filler);
        }
        if (house.served().isAlive()) {
            return Fault.Back.BY_ITSELF;
        }
        house.startAgain();
        return Fault.Back.STARTED_AGAIN;
    }

    private static void fill(Path filler) throws IOException {
        try (var file = FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                file.write(ByteBuffer.allocate(BLOCK));
            }
        } catch (IOException full) {
            if (!Files.exists(filler)) {
                throw full;
            }
        }
    }

    /// What is left of the segments that were made ahead.
    private void useUpTheLog() {
        try (var keeper = house.keeper(); var statement = keeper.createStatement()) {
            statement.execute("""
                    do $$ begin
                        for i in 1..40 loop
                            perform pg_logical_emit_message(false, 'faults', repeat('full', 1000));
                            perform pg_switch_wal();
                        end loop;
                    end $$
                    """);
        } catch (SQLException | IOException | IndexOutOfBoundsException down) {
            // That is what it is for.
        }
    }
}
