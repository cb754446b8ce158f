package org.mingbai.intake.site.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.Asking;
import org.mingbai.intake.Followed;
import org.mingbai.intake.Told;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.site.Plainly;
import org.mingbai.intake.site.Site;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Verdict;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.Days;
import org.mingbai.shell.page.Choice;
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
    /// @param ticked of the questionnaire
    public record Typed(String form, String words, List<StoredFile> files, Ticked ticked) {

        static final Typed NOTHING = new Typed("", "", List.of());

        Typed(String form, String words, List<StoredFile> files) {
            this(form, words, files, new Ticked("", "", ""));
        }

        public String in(String asked) {
            return form.equals(asked) ? words : "";
        }
    }

    /// The answers of a questionnaire that could not be taken.
    public record Ticked(String heard, String solved, String satisfied) {

        /// What is wrong, each beside its question: of what is missing, all at once.
        FieldErrors errors(VoiceRefusal why) {
            if (!(why instanceof VoiceRefusal.Missing)) {
                boolean atQuestion = !why.field().isEmpty() && !why.field().equals("words");
                return FieldErrors.none().with(atQuestion ? why.field() : "judged", Plainly.words(why));
            }
            var errors = heardFrom() != null ? FieldErrors.none() : missing(FieldErrors.none(), "heard");
            errors = one(Verdict.Solved.values(), solved) != null ? errors : missing(errors, "solved");
            return one(Verdict.Satisfied.values(), satisfied) != null ? errors : missing(errors, "satisfied");
        }

        @Nullable Boolean heardFrom() {
            return heard.equals("yes") ? Boolean.TRUE : heard.equals("no") ? Boolean.FALSE : null;
        }

        private static FieldErrors missing(FieldErrors errors, String question) {
            return errors.with(question, Plainly.words(new VoiceRefusal.Missing(question)), t("intake.site.asked." + question));
        }
    }

    /// The page that asks for the code.
    public record Asked(Site site, String code, FieldErrors errors) {}

    public boolean mayObject() {
        return told.stage() == StageName.ON_NOTICE;
    }

    /// What is said of files that cannot be read here; empty where all can, or somebody let them out.
    public String apart() {
        var names = told.apart().stream().filter(held -> !held.isOut()).map(held -> held.file().name()).toList();
        return names.isEmpty() ? "" : t("intake.site.apart", String.join(t("intake.site.apart.and"), names));
    }

    public boolean isOver() {
        return !told.stage().open();
    }

    /// Whether they are being asked now.
    public boolean isAsked() {
        return told.asked().stream().anyMatch(Asking.Asked::open);
    }

    /// What they said when they were asked.
    /// @param words their own; empty where they had none
    public record Said(String round, String answers, String words) {}

    public List<Said> said() {
        return told.asked().stream().flatMap(asked -> Stream.ofNullable(asked.said()).map(said -> new Said(t("intake.site.asked.round", asked.round()),
                t("intake.site.asked.said", t("intake.site.asked.solved." + said.solved()), t("intake.site.asked.satisfied." + said.satisfied())),
                said.words() == null ? "" : said.words()))).toList();
    }

    public List<Choice> heard() {
        return List.of(new Choice("yes", t("intake.site.asked.heard.yes")), new Choice("no", t("intake.site.asked.heard.no")));
    }

    public List<Choice> solved() {
        return choices("intake.site.asked.solved.", Verdict.Solved.values());
    }

    public List<Choice> satisfied() {
        return choices("intake.site.asked.satisfied.", Verdict.Satisfied.values());
    }

    private static List<Choice> choices(String key, Enum<?>[] all) {
        return Arrays.stream(all).map(one -> new Choice(one.name(), t(key + one))).toList();
    }

    static <E extends Enum<E>> @Nullable E one(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
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
