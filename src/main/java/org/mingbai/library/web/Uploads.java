package org.mingbai.library.web;

import static org.mingbai.shell.Words.t;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.SignedIn;
import org.mingbai.library.FileRefused;
import org.mingbai.library.Library;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Takes in the files of a form. A file that has come is kept, also when the form is refused for another fault.
@Component
public class Uploads {

    private static final int NAME_MAX = 200;
    private static final int FILES_MAX = 100;

    private final Library library;

    Uploads(Library library) {
        this.library = library;
    }

    /// @param errors at the field `files`
    public record Taken(List<StoredFile> files, FieldErrors errors) {}

    /// @param kept `hash name` of each file that came before
    public Taken take(SignedIn who, List<String> kept, List<MultipartFile> sent) {
        var files = new ArrayList<StoredFile>();
        var errors = FieldErrors.none();
        for (var before : kept.stream().limit(FILES_MAX).toList()) {
            int space = before.indexOf(' ');
            if (space == 64 && before.substring(0, space).matches("[0-9a-f]{64}")) {
                library.broughtBy(who.tenant(), who.person(), before.substring(0, space), tidy(before.substring(space + 1))).ifPresent(files::add);
            }
        }
        for (var file : sent) {
            if (file.isEmpty() && (file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty())) {
                continue;
            }
            try {
                files.add(keep(who, file));
            } catch (FileRefused e) {
                errors = errors.with("files", t("library.file.refused", tidy(file.getOriginalFilename()), t(e.key(), e.argument())));
            }
        }
        return new Taken(files.stream().distinct().toList(), errors);
    }

    /// One file by itself.
    public StoredFile keep(SignedIn who, MultipartFile file) throws FileRefused {
        try (var content = file.getInputStream()) {
            return library.keep(who.tenant(), who.person(), tidy(file.getOriginalFilename()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A name only names: no path, nothing hidden, nothing that turns the direction of what follows, its ending kept when it is too long.
    private static String tidy(@Nullable String name) {
        var plain = (name == null ? "" : name).replaceAll("[\\p{Cntrl}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FFFE}\\x{FFFF}]", "")
                .replaceAll("^.*[/\\\\]", "").strip();
        int length = plain.codePointCount(0, plain.length());
        if (length > NAME_MAX) {
            plain = plain.substring(plain.offsetByCodePoints(0, length - NAME_MAX));
        }
        return plain.isEmpty() || plain.equals(".") || plain.equals("..") ? t("library.file.unnamed") : plain;
    }
}
