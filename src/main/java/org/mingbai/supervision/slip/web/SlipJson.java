package org.mingbai.supervision.slip.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.MatterId;
import org.mingbai.supervision.slip.Feedback;
import org.mingbai.supervision.slip.Slip;
import org.mingbai.supervision.slip.SlipAct;
import org.mingbai.supervision.slip.SlipContent;
import org.mingbai.supervision.slip.SlipDraft;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipState;

/// A slip as the interface tells it.
/// @param overdue whether its day has passed without the answer
/// @param seq the number of its last event, which is also its ETag
record SlipJson(long id, SlipKind kind, SlipState state, boolean overdue, Optional<String> number, SlipUnit from, SlipUnit to, Optional<Long> matter,
        Optional<Long> follows, Optional<Long> upgradedBy, SlipText text, LocalDate answerBy, List<SlipFeedback> feedbacks,
        Optional<OffsetDateTime> sentAt, Optional<OffsetDateTime> receivedAt, Optional<OffsetDateTime> endedAt, int seq) {

    record SlipUnit(long id, String name) {}

    /// What a slip says, read and written.
    record SlipText(String title, String basis, String requirement, @Nullable String gap, @Nullable String leadLeader, @Nullable String supportingLeader,
            @Nullable List<Long> supporting, @Nullable LocalDate due, @Nullable Integer everyDays, @Nullable String contact, @Nullable String attachments,
            LocalDate answerBy) {

        static SlipText of(SlipContent said) {
            return new SlipText(said.title(), said.basis(), said.requirement(), said.gap(), said.leadLeader(), said.supportingLeader(),
                    said.supporting().stream().map(OrganisationId::value).toList(), said.due(), said.everyDays(), said.contact(), said.attachments(),
                    said.answerBy());
        }

        SlipContent content() {
            return new SlipContent(title, basis, requirement, gap, leadLeader, supportingLeader,
                    supporting == null ? List.of() : supporting.stream().map(OrganisationId::new).toList(), due, everyDays, contact, attachments, answerBy);
        }
    }

    record SlipReport(Feedback.For what, String progress, @Nullable String evidence, @Nullable String difficulties, @Nullable String nextStep,
            @Nullable String support, String signer) {

        static SlipReport of(Feedback.Report said) {
            return new SlipReport(said.what(), said.progress(), said.evidence(), said.difficulties(), said.nextStep(), said.support(), said.signer());
        }
    }

    record SlipFeedback(int no, SlipReport report, OffsetDateTime at, Feedback.Judgement judgement, Optional<String> words) {}

    record SlipHappening(int seq, String kind, OffsetDateTime at, String by, SlipUnit unit) {}

    record SlipList(List<SlipJson> slips, Optional<Long> next) {}

    record SlipStory(List<SlipHappening> events) {}

    /// A slip somebody wants to write.
    record SlipWriting(SlipKind kind, @Nullable Long matter, long from, long to, @Nullable Long follows, @Nullable String higherBecause, SlipText text) {

        SlipDraft draft() {
            return new SlipDraft(kind, matter == null ? null : new MatterId(matter), new OrganisationId(from), new OrganisationId(to), follows,
                    higherBecause, text.content());
        }
    }

    /// What each act takes.
    sealed interface Body {
        SlipAct act();
    }

    record ChangeSlip(SlipText text) implements Body {
        @Override
        public SlipAct act() {
            return new SlipAct.Change(text.content(), true);
        }
    }

    record SignSlip(boolean send, @Nullable String despite) implements Body {
        @Override
        public SlipAct act() {
            return new SlipAct.Sign(send, despite);
        }
    }

    record SendSlip(@Nullable String despite) implements Body {
        @Override
        public SlipAct act() {
            return new SlipAct.Send(despite);
        }
    }

    record ReceiveSlip() implements Body {
        @Override
        public SlipAct act() {
            return new SlipAct.Receive();
        }
    }

    record AnswerSlip(SlipReport report) implements Body {
        @Override
        public SlipAct act() {
            return new SlipAct.Answer(new Feedback.Report(report.what(), report.progress(), report.evidence(), report.difficulties(), report.nextStep(),
                    report.support(), report.signer()));
        }
    }

    record AcceptAnswer(@Nullable String words, @Nullable LocalDate next) implements Body {
        @Override
        public SlipAct act() {
            return new SlipAct.Accept(words, next);
        }
    }

    record ReturnAnswer(String reasons, LocalDate answerBy) implements Body {
        @Override
        public SlipAct act() {
            return new SlipAct.Return(reasons, answerBy);
        }
    }

    record LetSlipLapse(String reason) implements Body {
        @Override
        public SlipAct act() {
            return new SlipAct.LetLapse(reason);
        }
    }

    record WithdrawSlip(String reason) implements Body {
        @Override
        public SlipAct act() {
            return new SlipAct.Withdraw(reason);
        }
    }

    static Class<? extends Body> bodyOf(SlipAct.Kind act) {
        return switch (act) {
            case CHANGE -> ChangeSlip.class;
            case SIGN -> SignSlip.class;
            case SEND -> SendSlip.class;
            case RECEIVE -> ReceiveSlip.class;
            case ANSWER -> AnswerSlip.class;
            case ACCEPT -> AcceptAnswer.class;
            case RETURN -> ReturnAnswer.class;
            case LET_LAPSE -> LetSlipLapse.class;
            case WITHDRAW -> WithdrawSlip.class;
            case UPGRADE -> throw new IllegalArgumentException("a slip of its own");
        };
    }

    static SlipJson of(Slip slip, Names names, LocalDate today) {
        return new SlipJson(slip.id(), slip.kind(), slip.state(), slip.overdueOn(today), Optional.ofNullable(slip.number()).map(it -> it.printed()),
                unit(slip.from(), names), unit(slip.to(), names), Optional.ofNullable(slip.matter()).map(MatterId::value),
                Optional.ofNullable(slip.follows()), Optional.ofNullable(slip.upgradedBy()), SlipText.of(slip.content()), slip.answerBy(),
                slip.feedbacks().stream().map(it -> new SlipFeedback(it.no(), SlipReport.of(it.report()), it.at(), it.judgement(),
                        Optional.ofNullable(it.words()))).toList(),
                Optional.ofNullable(slip.sentAt()), Optional.ofNullable(slip.receivedAt()), Optional.ofNullable(slip.endedAt()), slip.seq());
    }

    static SlipUnit unit(OrganisationId id, Names names) {
        return new SlipUnit(id.value(), names.unit(id));
    }
}
