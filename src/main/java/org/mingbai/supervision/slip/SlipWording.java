package org.mingbai.supervision.slip;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.Visible;

/// What may stand on a slip: nothing empty where something is asked, nothing endless, nothing hidden.
final class SlipWording {

    /// In characters as a reader counts them (code points).
    static final int LINE_MAX = 200;
    /// As long as the list of demands keeps it.
    static final int DESPITE_MAX = 300;
    static final int TEXT_MAX = 5_000;

    private SlipWording() {}

    static Optional<SlipRefusal> faultIn(SlipContent content) {
        return required("title", content.title(), LINE_MAX)
                .or(() -> content.title().indexOf('\n') >= 0 ? Optional.of(new SlipRefusal.HiddenCharacters("title")) : Optional.empty())
                .or(() -> required("basis", content.basis(), TEXT_MAX))
                .or(() -> required("requirement", content.requirement(), TEXT_MAX))
                .or(() -> optional("gap", content.gap(), TEXT_MAX))
                .or(() -> optional("leadLeader", content.leadLeader(), LINE_MAX))
                .or(() -> optional("supportingLeader", content.supportingLeader(), LINE_MAX))
                .or(() -> optional("contact", content.contact(), LINE_MAX))
                .or(() -> optional("attachments", content.attachments(), TEXT_MAX));
    }

    static Optional<SlipRefusal> faultIn(Feedback.Report report) {
        return (report.what() == null ? Optional.<SlipRefusal>of(new SlipRefusal.Missing("what")) : Optional.<SlipRefusal>empty())
                .or(() -> required("progress", report.progress(), TEXT_MAX))
                .or(() -> optional("evidence", report.evidence(), TEXT_MAX))
                .or(() -> optional("difficulties", report.difficulties(), TEXT_MAX))
                .or(() -> optional("nextStep", report.nextStep(), TEXT_MAX))
                .or(() -> optional("support", report.support(), TEXT_MAX))
                .or(() -> required("signer", report.signer(), LINE_MAX));
    }

    static Optional<SlipRefusal> required(String field, @Nullable String text, int max) {
        return text == null || !Visible.says(text) ? Optional.of(new SlipRefusal.Missing(field)) : optional(field, text, max);
    }

    static Optional<SlipRefusal> optional(String field, @Nullable String text, int max) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.codePointCount(0, text.length()) > max) {
            return Optional.of(new SlipRefusal.TooLong(field, max));
        }
        return Visible.hides(text) ? Optional.of(new SlipRefusal.HiddenCharacters(field)) : Optional.empty();
    }

    /// What a slip is about, in one spelling: two slips about the same are found by it.
    static String thing(@Nullable MatterId matter, String title) {
        return matter != null ? "matter:" + matter.value()
                : "subject:" + Normalizer.normalize(title, Normalizer.Form.NFKC).replaceAll("[\\s\\p{P}]+", "").toLowerCase(Locale.ROOT);
    }
}
