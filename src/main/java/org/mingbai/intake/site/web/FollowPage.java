package org.mingbai.intake.site.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.mingbai.intake.Followed;
import org.mingbai.intake.Told;
import org.mingbai.ledger.StageName;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.Days;
import org.mingbai.shell.page.FieldErrors;

/// What the holder of a receipt reads and may do.
/// @param code in the forms of a browser that keeps no cookies; else empty
/// @param key of the next thing said
/// @param typed what could not be taken, by the name of its form
/// @param kept files that came with it before
/// @param done what was done just now, as a key of words; empty otherwise
public record FollowPage(Site site, Followed told, String code, String key, Typed typed, List<RaiseForm.Kept> kept, FieldErrors errors, String done) {

    /// What was typed into which form.
    /// @param files that came with it
    public record Typed(String form, String words, List<StoredFile> files) {

        static final Typed NOTHING = new Typed("", "", List.of());

        public String in(String asked) {
            return form.equals(asked) ? words : "";
        }
    }

    /// The page that asks for the code.
    public record Asked(Site site, String code, FieldErrors errors) {}

    public boolean mayObject() {
        return told.stage() == StageName.ON_NOTICE;
    }

    public boolean isOver() {
        return !told.stage().open();
    }

    /// Where it stands, in words for somebody who knows nothing of the office.
    public String stands() {
        return t("intake.site.stage." + told.stage());
    }

    public List<Step> story() {
        return told.story().stream().map(FollowPage::step).toList();
    }

    /// @param words what was said to them or by them, each line a paragraph
    public record Step(LocalDate on, String what, List<String> words, boolean own) {}

    private static Step step(Told told) {
        var said = told.words() == null ? "" : told.words();
        return new Step(told.on(), what(told), said.lines().filter(line -> !line.isBlank()).toList(), told.what().name().startsWith("YOU_"));
    }

    private static String what(Told told) {
        var plain = told.unit() == null ? t("intake.site.told." + told.what()) : t("intake.site.told.unit." + told.what(), told.unit());
        return Stream.of(plain, told.date() == null ? "" : t("intake.site.told.date." + told.what(), Days.full(told.date())))
                .filter(part -> !part.isEmpty()).reduce((one, other) -> t("intake.site.told.with", one, other)).orElse(plain);
    }
}
