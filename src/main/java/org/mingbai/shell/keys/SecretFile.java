package org.mingbai.shell.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A small file of secrets that only the product's own user may read. It is there whole or not at all, and on the disk before it is used.
/// @param path where
public record SecretFile(Path path) {

    /// Its lines; empty while there is none.
    public Optional<List<String>> lines() {
        try {
            return Files.exists(path) ? Optional.of(Files.readAllLines(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes it, where no other program did so at the same moment.
    public void make(String text) {
        try {
            Files.createDirectories(folder());
            var beside = written(text);
            try {
                Files.createLink(path, beside);
            } catch (FileAlreadyExistsException another) {
                return;
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void replace(String text) {
        try {
            var beside = written(text);
            try {
                Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            if (isPosix()) {
                try (var entries = FileChannel.open(folder(), StandardOpenOption.READ)) {
                    entries.force(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// While no other program changes it: what was read before may be old by now.
    public <T> T alone(Supplier<T> work) {
        var lock = path.resolveSibling(path.getFileName() + ".lock");
        try (var one = FileChannel.open(lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly());
                var alone = one.lock()) {
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path written(String text) throws IOException {
        var beside = Files.createTempFile(folder(), path.getFileName().toString(), "", ownerOnly());
        try (var out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            // A single call may write a part of it, and half a file would take the place of the whole one.
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        return beside;
    }

    private Path folder() {
        return path.toAbsolutePath().getParent();
    }

    private static FileAttribute<?>[] ownerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------")))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
