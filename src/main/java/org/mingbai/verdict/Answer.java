package org.mingbai.verdict;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Verdict;

/// One time a matter came to await the verdict, and the verdict that stands for it.
/// @param askedSeq the entry that brought it there
/// @param lead the lead unit of then
/// @param claimed what the handler claimed then
/// @param said nothing while nobody has asked
/// @param leftOut the entry that tells that the draw left it out; nothing where it did not
public record Answer(
        MatterId matter,
        int askedSeq,
        int round,
        @Nullable OrganisationId lead,
        String register,
        @Nullable String category,
        LocalDate askedOn,
        @Nullable Outcome claimed,
        @Nullable Said said,
        @Nullable Integer leftOut) {

    /// One nobody has left out.
    public Answer(MatterId matter, int askedSeq, int round, @Nullable OrganisationId lead, String register, @Nullable String category, LocalDate askedOn,
            @Nullable Outcome claimed, @Nullable Said said) {
        this(matter, askedSeq, round, lead, register, category, askedOn, claimed, said, null);
    }

    /// A verdict as the rates need it.
    /// @param seq the entry that tells it
    /// @param contacted whether whoever asked reached them
    /// @param heardFrom whether the handler had got in touch; nothing where that was not asked
    public record Said(int seq, boolean contacted, Verdict.@Nullable Solved solved, Verdict.@Nullable Satisfied satisfied, @Nullable Boolean heardFrom) {

        static Said of(int seq, Verdict verdict) {
            return new Said(seq, verdict.contacted(), verdict.solved(), verdict.satisfied(), verdict.heardFrom());
        }
    }

    Answer judged(Said verdict) {
        return new Answer(matter, askedSeq, round, lead, register, category, askedOn, claimed, verdict, leftOut);
    }

    Answer leftOut(int seq) {
        return new Answer(matter, askedSeq, round, lead, register, category, askedOn, claimed, said, seq);
    }
}
