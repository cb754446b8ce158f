package org.mingbai.directory.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.mingbai.directory.Refusal;
import org.mingbai.directory.Role;
import org.mingbai.shell.Days;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;

/// Refusals as the reader meets them: at their fields, in their language.
final class Refused {

    private Refused() {}

    static FieldErrors shown(List<Refusal> refusals) {
        var errors = FieldErrors.none();
        for (var refusal : refusals) {
            errors = errors.with(refusal.field(), words(refusal), label(refusal.field()));
        }
        return errors;
    }

    /// A field is called the same on every form; one that has no word of its own leaves the message to speak for itself.
    private static String label(String field) {
        return Stream.of("directory.field." + field, "directory." + field).filter(key -> !field.isEmpty() && Words.has(key)).findFirst()
                .map(key -> Words.t(key)).orElse("");
    }

    static String words(Refusal refusal) {
        return Words.t(refusal.key(), refusal.args().stream().map(Refused::shown).toArray());
    }

    /// 409 when the world has moved on, 404 when it is not there, 422 when the form has to be mended.
    static HttpStatus status(List<Refusal> refusals) {
        return refusals.stream().anyMatch(Refusal.ChangedMeanwhile.class::isInstance) ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static Object shown(Object argument) {
        return switch (argument) {
            case Role role -> Words.t("directory.role." + role);
            case LocalDate day -> Days.full(day);
            default -> argument;
        };
    }
}
