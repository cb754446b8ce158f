package org.mingbai.shell.database;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The archive of programs, written out. A class of its own, so that a start that unpacks nothing loads none of what it needs: the package of the
/// decompressor is sealed, and what a start has loaded is remembered with the place of its jar (`bin/package`).
final class Unpacking {

    private Unpacking() {}

    static void all(byte[] packed, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(packed)), 1 << 16))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                one(tar, entry, into.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void one(TarArchiveInputStream tar, TarArchiveEntry entry, Path to) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, to);
        if ((entry.getMode() & 0100) != 0 || to.getParent().endsWith("bin")) {
            to.toFile().setExecutable(true);
        }
    }
}
