package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.library.FileRefused;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.web.multipart.MultipartFile;

/// The files of a form with which somebody raises something, at the desk as on the public site. What cannot be read is kept
/// apart once it belongs to a voice.
public final class HandedIn {

    public static final int FILES_MAX = 6;

    private static final int NAME_MAX = 100;

    private HandedIn() {}

    /// Where they are kept, in the name of whoever brings them.
    public interface Shelf {

        StoredFile keep(String name, InputStream content) throws FileRefused;

        /// One brought with the same form before.
        Optional<StoredFile> before(String sha256, String name);
    }

    public record Taken(List<StoredFile> files, FieldErrors errors) {}

    /// @param kept `hash name` of each file that came with this form before
    public static Taken take(Shelf shelf, List<String> kept, List<MultipartFile> sent) {
        var files = new ArrayList<StoredFile>();
        var errors = FieldErrors.none();
        for (var before : kept.stream().limit(FILES_MAX).toList()) {
            if (before.matches("[0-9a-f]{64} .{1,300}")) {
                shelf.before(before.substring(0, 64), tidy(before.substring(65))).ifPresent(files::add);
            }
        }
        for (var file : sent) {
            if (file.isEmpty() && tidyOrNone(file.getOriginalFilename()).isEmpty()) {
                continue;
            }
            var name = tidy(file.getOriginalFilename());
            if (files.size() == FILES_MAX) {
                errors = errors.with("files", t("intake.refusal.TooManyFiles", FILES_MAX));
                break;
            }
            try {
                files.add(kept(shelf, name, file));
            } catch (FileRefused e) {
                errors = errors.with("files", t("intake.site.file.refused", name, t(e.key(), e.argument())));
            }
        }
        return new Taken(files.stream().distinct().toList(), errors);
    }

    private static StoredFile kept(Shelf shelf, String name, MultipartFile file) throws FileRefused {
        try (var content = file.getInputStream()) {
            return shelf.keep(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tidy(@Nullable String name) {
        var plain = tidyOrNone(name);
        return plain.isEmpty() || plain.equals(".") || plain.equals("..") ? t("intake.site.file.unnamed") : plain;
    }

    /// No path, nothing hidden, and its ending kept when it is too long.
    private static String tidyOrNone(@Nullable String name) {
        var plain = (name == null ? "" : name).replaceAll("[\\p{Cntrl}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FFFE}\\x{FFFF}]", "")
                .replaceAll("^.*[/\\\\]", "").strip();
        int length = plain.codePointCount(0, plain.length());
        return length > NAME_MAX ? plain.substring(plain.offsetByCodePoints(0, length - NAME_MAX)) : plain;
    }
}
