package org.mingbai.shell.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/// PostgreSQL's own programs, unpacked once from the jar, and the way to call them.
final class Programs {

    private final Path home;

    private Programs(Path home) {
        this.home = home;
    }

    /// Unpacks beside the place and moves it there whole, so that a process killed half-way leaves nothing half-way.
    static Programs unpackedIn(Path directory) throws IOException {
        var packed = packed();
        var home = directory.resolve("postgresql-" + digest(packed));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(directory);
            var beside = Files.createTempDirectory(directory, "unpacking");
            Unpacking.all(packed, beside);
            try {
                Files.move(beside, home);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherProcessWasFirst) {
                FileSystemUtils.deleteRecursively(beside);
            }
        }
        return new Programs(home);
    }

    /// Runs one to its end. Its whole output when it succeeds; a refusal that shows that output when it does not.
    String run(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            // PostgreSQL will not run as root; in a user namespace of its own the same files belong to an ordinary user.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            var output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IOException(program + ": " + output.strip());
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + ": interrupted", e);
        }
    }

    static boolean isRoot() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self)
                ? Files.getAttribute(self, "unix:uid").equals(0)
                : "root".equals(System.getProperty("user.name"));
    }

    private static byte[] packed() throws IOException {
        var name = "/postgres-" + system() + "-" + processor() + (Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "") + ".txz";
        try (var in = Programs.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new DatabaseRefused(
                        "这个程序包没有带上本机系统（" + name + "）的 PostgreSQL。请用 --mingbai.database.url 指定一个 PostgreSQL，或者在本机重新构建。",
                        "This build carries no PostgreSQL for this machine (" + name
                                + "). Name one with --mingbai.database.url, or build on this machine.");
            }
            return in.readAllBytes();
        }
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        var name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    private static String digest(byte[] packed) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
