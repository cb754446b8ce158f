package org.mingbai.town;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mingbai.intake.Publishing;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.library.StoredFile;

/// What the office lets everybody read lately: the newest endings that people outside would understand, with the pictures of how it is now.
final class Releasing {

    private static final int RELEASED = 8;
    private static final int PICTURES = 2;

    private final Publishing publishing;
    private final Ledger ledger;
    private final Company company;
    private final LocalDateTime now;

    Releasing(Verbs verbs, Company company, LocalDateTime now) {
        this.publishing = verbs.get(Publishing.class);
        this.ledger = verbs.get(Ledger.class);
        this.company = company;
        this.now = now;
    }

    void release() {
        company.as(Watching.DESK, now, who -> publishing.offered(who, null)).drafts().stream().filter(draft -> !draft.after().isEmpty()).limit(RELEASED)
                .forEach(this::release);
    }

    private void release(Publishing.Draft draft) {
        var subject = draft.matter().subject();
        var pictures = draft.after().stream().filter(file -> file.name().contains("后")).limit(PICTURES).map(StoredFile::sha256).toList();
        var said = new Publishing.Release(subject.title(), whatWasDone(draft.matter()), Objects.requireNonNullElse(subject.place(), ""), List.of(), pictures);
        if (company.as(Watching.DESK, now, who -> publishing.release(who, draft.matter().id(), said)) instanceof VoiceAnswer.Refused(var why)) {
            throw new IllegalStateException("The town's outcome was not released: " + why);
        }
    }

    private String whatWasDone(Matter matter) {
        return company.as(Watching.DESK, now, who -> ledger.journalOf(who, matter.id())).stream()
                .flatMap(line -> line.entry() instanceof Entry.ClosureClaimed claim ? Stream.of(claim.whatWasDone()) : Stream.empty())
                .reduce("", (_, later) -> later);
    }
}
