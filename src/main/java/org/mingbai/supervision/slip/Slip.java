package org.mingbai.supervision.slip;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.ledger.MatterId;

/// A slip as its events tell it.
/// @param thing what it is about: a matter, or a subject
/// @param follows the slip it is the next step to
/// @param upgradedBy the slip that is the next step to it
/// @param answerBy the last day for the answer that is owed, or was owed last
/// @param seq the number of the last event
public record Slip(
        long id,
        SlipKind kind,
        String thing,
        @Nullable MatterId matter,
        OrganisationId from,
        OrganisationId to,
        @Nullable Long follows,
        @Nullable Long upgradedBy,
        @Nullable String higherBecause,
        @Nullable String cause,
        SlipContent content,
        SlipState state,
        @Nullable SlipNumber number,
        LocalDate answerBy,
        List<Feedback> feedbacks,
        PersonId draftedBy,
        OffsetDateTime draftedAt,
        @Nullable PersonId signedBy,
        @Nullable OffsetDateTime signedAt,
        @Nullable OffsetDateTime sentAt,
        @Nullable OffsetDateTime receivedAt,
        @Nullable OffsetDateTime endedAt,
        int seq) {

    /// How it is called where one line must do: its number, or its title while it has none.
    public String name() {
        return number == null ? content.title() : number.printed();
    }

    /// Whether its day has passed without the answer.
    public boolean overdueOn(LocalDate today) {
        return state.waits() && today.isAfter(answerBy);
    }

    /// The feedback that waits for the issuer's word.
    public Optional<Feedback> awaiting() {
        return feedbacks.isEmpty() ? Optional.empty()
                : Optional.of(feedbacks.getLast()).filter(it -> it.judgement() == Feedback.Judgement.AWAITED);
    }

    static Slip fold(@Nullable Slip before, long id, SlipLine line) {
        if (before == null) {
            var e = (SlipEvent.Drafted) line.event();
            return new Slip(id, e.kind(), e.thing(), e.matter(), e.from(), e.to(), e.follows(), null, e.higherBecause(), e.cause(), e.content(),
                    SlipState.DRAFTED, null, e.content().answerBy(), List.of(), line.by(), line.at(), null, null, null, null, null, line.seq());
        }
        return before.then(line);
    }

    private Slip then(SlipLine line) {
        var at = line.at();
        return switch (line.event()) {
            case SlipEvent.Drafted _ -> throw new IllegalStateException("drafted twice: " + id);
            case SlipEvent.Changed(var said) -> new Slip(id, kind, thingOf(said), matter, from, to, follows, upgradedBy, higherBecause, cause, said, state,
                    number, said.answerBy(), feedbacks, draftedBy, draftedAt, signedBy, signedAt, sentAt, receivedAt, endedAt, line.seq());
            case SlipEvent.Signed(var given) -> new Slip(id, kind, thing, matter, from, to, follows, upgradedBy, higherBecause, cause, content,
                    SlipState.SIGNED, given, answerBy, feedbacks, draftedBy, draftedAt, line.by(), at, sentAt, receivedAt, endedAt, line.seq());
            case SlipEvent.Sent _ -> new Slip(id, kind, thing, matter, from, to, follows, upgradedBy, higherBecause, cause, content, SlipState.SENT,
                    number, answerBy, feedbacks, draftedBy, draftedAt, signedBy, signedAt, at, receivedAt, endedAt, line.seq());
            case SlipEvent.Received _ -> new Slip(id, kind, thing, matter, from, to, follows, upgradedBy, higherBecause, cause, content,
                    SlipState.RECEIVED, number, answerBy, feedbacks, draftedBy, draftedAt, signedBy, signedAt, sentAt, at, endedAt, line.seq());
            case SlipEvent.Answered(var report) -> in(SlipState.ANSWERED, answerBy,
                    with(new Feedback(feedbacks.size() + 1, report, at, line.by(), Feedback.Judgement.AWAITED, null)), line);
            case SlipEvent.Accepted(var words, var next) -> in(next == null ? SlipState.ACCEPTED : SlipState.RECEIVED, next == null ? answerBy : next,
                    last(it -> it.judged(Feedback.Judgement.ACCEPTED, words)), line);
            case SlipEvent.Returned(var reasons, var day) ->
                    in(SlipState.RETURNED, day, last(it -> it.judged(Feedback.Judgement.RETURNED, reasons)), line);
            case SlipEvent.Upgraded(var by, _) -> new Slip(id, kind, thing, matter, from, to, follows, by, higherBecause, cause, content,
                    SlipState.UPGRADED, number, answerBy, feedbacks, draftedBy, draftedAt, signedBy, signedAt, sentAt, receivedAt, at, line.seq());
            case SlipEvent.Lapsed _ -> in(SlipState.LAPSED, answerBy, feedbacks, line);
            case SlipEvent.Withdrawn _ -> in(SlipState.WITHDRAWN, answerBy, feedbacks, line);
        };
    }

    /// A subject is what its title says; a matter, and what follows another slip, stay what they are about.
    String thingOf(SlipContent said) {
        return follows == null ? SlipWording.thing(matter, said.title()) : thing;
    }

    private Slip in(SlipState next, LocalDate day, List<Feedback> told, SlipLine line) {
        return new Slip(id, kind, thing, matter, from, to, follows, upgradedBy, higherBecause, cause, content, next, number, day, told, draftedBy,
                draftedAt, signedBy, signedAt, sentAt, receivedAt, next.open() ? null : line.at(), line.seq());
    }

    private List<Feedback> with(Feedback more) {
        var all = new ArrayList<>(feedbacks);
        all.add(more);
        return List.copyOf(all);
    }

    private List<Feedback> last(UnaryOperator<Feedback> change) {
        var all = new ArrayList<>(feedbacks);
        all.set(all.size() - 1, change.apply(all.getLast()));
        return List.copyOf(all);
    }
}
