package org.mingbai.ledger.web;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Policy;
import org.mingbai.shell.Words;

/// One entry as somebody would say it: what was done, and what was written by hand. Who and when stand before it.
record Sentence(String text, String quote) {

    /// Tells the entries of one journal in one language.
    static final class Teller {

        private final Words words;
        private final Policy policy;
        private final Function<OrganisationId, String> unitName;
        private final String registerName;

        Teller(Locale locale, Policy policy, String registerName, Function<OrganisationId, String> unitName) {
            this.words = Words.in(locale);
            this.policy = policy;
            this.registerName = registerName;
            this.unitName = unitName;
        }

        Sentence of(Line line) {
            return switch (line.entry()) {
                case Entry.Raised e -> said(say("Raised", registerName)
                        + (e.subject().about() == null ? "" : say("Raised.about", units(e.subject().about()))));
                case Entry.Verified e -> said(say("Verified", layer(e.layer())), e.remark());
                case Entry.Listed e -> said(say("Listed"), e.remark());
                case Entry.Declined e -> said(say("Declined", e.wayToGo()), e.reason());
                case Entry.AnsweredAtOnce e -> said(say("AnsweredAtOnce", e.restsOn()), e.answer());
                case Entry.Redirected e -> said(say("Redirected", words.of("ledger.redirection." + e.kind()), e.wayToGo()), e.reason());
                case Entry.Merged e -> said(say("Merged", e.into().value()), e.reason());
                case Entry.Unmerged e -> said(say("Unmerged"), e.reason());
                case Entry.Joined e -> said(say("Joined", e.other().value()));
                case Entry.Parted e -> said(say("Parted", e.other().value()));
                case Entry.Assigned e -> said(say("Assigned", unit(e.to().lead())) + to(e.to(), true) + designated(e.designated()), e.to().requirement());
                case Entry.Reassigned e -> said(say("Reassigned", unit(e.to().lead())) + to(e.to(), false) + designated(e.designated()), e.reason());
                case Entry.CoHandlersCalled e -> said(e.again() == null ? say("CoHandlersCalled", units(e.units()))
                        : say("CoHandlersCalled.again", units(e.units()), units(e.again())), e.reason());
                case Entry.CoHandlerReported e -> said(say("CoHandlerReported", unit(e.unit())), e.text());
                case Entry.Signed _ -> said(say("Signed"));
                case Entry.Contacted e -> said(say("Contacted", words.of("ledger.contact." + e.how())), e.words());
                case Entry.Told e -> said(say("Told"), e.received() + "\n" + e.route());
                case Entry.ReturnRequested e -> said(say("ReturnRequested", e.basis()), e.reason());
                case Entry.ReturnDecided e -> said(say(e.agreed() ? "ReturnDecided.agreed" : "ReturnDecided.refused"), e.reason());
                case Entry.Escalated e -> said(escalated(e), e.reason() + "\n" + e.asked());
                case Entry.EscalationAnswered e -> said(say("EscalationAnswered." + e.answer(), e.to() == null ? "" : unit(e.to().lead())), e.words());
                case Entry.Planned e -> said(say("Planned", e.measures().size()), planned(e.measures()));
                case Entry.MeasureDropped e -> said(say("MeasureDropped", e.no()), e.reason());
                case Entry.ProgressReported e -> said(say("ProgressReported") + percents(e) + attached(e.files()), e.text());
                case Entry.EvidenceAttached e -> said(proof(e) + attached(e.files()), e.note());
                case Entry.ExtensionRequested e -> said(say("ExtensionRequested", day(e.to())), e.reason());
                case Entry.ExtensionDecided e -> said(e.to() == null
                        ? say("ExtensionDecided.refused") : say("ExtensionDecided.granted", day(e.to())), e.reason());
                case Entry.Parked e -> said(say("Parked", e.owner(), day(e.reviewOn())), e.reason() + "\n" + e.plan());
                case Entry.Resumed e -> said(say("Resumed") + moved(e.due()), e.reason());
                case Entry.InterimPromised e -> said(say("InterimPromised", day(e.date())), e.words());
                case Entry.ClosureClaimed e -> said(say("ClosureClaimed", words.of("ledger.outcome." + e.outcome())) + moved(e.due()), e.whatWasDone());
                case Entry.ReviewPassed e -> said(say("ReviewPassed", step(e.step())) + onward(e), e.remark());
                case Entry.SentBack e -> said(say("SentBack", step(e.step())), e.reasons());
                case Entry.ObjectionRaised e -> said(say("ObjectionRaised"), e.text());
                case Entry.ObjectionDecided e -> said(say(e.upheld() ? "ObjectionDecided.upheld" : "ObjectionDecided.refused"), e.reason());
                case Entry.NoticeEnded e -> said(say("NoticeEnded") + say("onward." + e.onward(), ""));
                case Entry.VerdictRecorded e -> said(verdict(e), e.verdict().words());
                case Entry.Closed e -> said(say("Closed", words.of("ledger.outcome." + e.outcome()))
                        + (e.lookBackOn() == null ? "" : say("Closed.look-back", day(e.lookBackOn()))), told(e));
                case Entry.LookBackScheduled e -> said(say("LookBackScheduled", day(e.on())));
                case Entry.LookedBack e -> said(say(e.held() ? "LookedBack.held" : "LookedBack.relapsed", words.of("ledger.look-back." + e.method())),
                        e.findings());
                case Entry.Reopened e -> said(say("Reopened"), e.newFacts() == null ? e.reason()
                        : e.reason() + "\n" + say("Reopened.new-facts", e.newFacts()));
                case Entry.ReviewAsked e -> said(say("ReviewAsked." + e.level()), e.reasons());
                case Entry.ReviewAnswered e -> said(say("ReviewAnswered." + (e.upheld() ? "upheld" : "refused"), e.body(),
                        words.of("ledger.appeal." + e.level())), e.opinion());
                case Entry.Withdrawn e -> said(say("Withdrawn"), e.reason());
                case Entry.Corrected e -> said(e.item() == null
                        ? say("Corrected", e.of(), e.says())
                        : say("Corrected.item", e.of(), words.of("ledger.item." + e.item()), e.says()), e.reason());
                case Entry.Noted e -> said(say("Noted"), e.text());
                case Entry.ConcernNamed e -> said(say("ConcernNamed", units(e.units())), e.reason());
                case Entry.DisclosureAsked e -> said(say("DisclosureAsked", unit(e.unit())), e.reason());
                case Entry.DisclosureDecided e -> said(say("DisclosureDecided." + (e.agreed() ? "agreed" : "refused"), unit(e.unit())), e.reason());
                case Entry.SlipSent e -> said(say("SlipSent", slip(e.kind()), e.number(), unit(e.to()))
                        + (e.answerBy() == null ? "" : say("SlipSent.by", day(e.answerBy()))));
                case Entry.SlipAskedAgain e -> said(say("SlipAskedAgain." + (e.returned() ? "returned" : "next"), slip(e.kind()), e.number(),
                        day(e.answerBy())));
                case Entry.SlipAnswered e -> said(say("SlipAnswered", e.number()));
                case Entry.SlipEnded e -> said(say("SlipEnded." + e.how(), e.number()));
                case Entry.ClockPaused e -> said(say("ClockPaused", clock(e.step(), e.unit()), words.of("ledger.pause." + e.reason())), e.words());
                case Entry.ClockResumed e -> said(say("ClockResumed", clock(e.step(), e.unit())) + moved(e.due()), e.words());
                case Entry.ClockRecounted e -> said(say("ClockRecounted", clock(e.step(), null), day(e.from()), day(e.to()), e.papers()));
                case Entry.LightSet e -> said(say("LightSet", words.of("ledger.light." + e.sign()), day(e.until())), e.reason());
                case Entry.LightReleased e -> said(say("LightReleased"), e.reason());
                case Entry.CallOutEnded e -> said(e.missing().isEmpty() ? say("CallOutEnded") : say("CallOutEnded.missing", units(e.missing())), e.result());
                case Entry.CallOutRated e -> said(say(e.ofCaller() ? "CallOutRated.ofCaller" : "CallOutRated", unit(e.unit()), e.grade()), e.words());
                case Entry.CoHandlerArrived e -> said(say("CoHandlerArrived", unit(e.unit())), e.words());
                case Entry.VoiceAdded e -> said(say("VoiceAdded"), e.text());
                case Entry.VoiceWithdrawn e -> said(say("VoiceWithdrawn"), e.reason());
                case Entry.IdentityRevealed e -> said(say("IdentityRevealed"), e.purpose());
                case Entry.IdentityDestroyed e -> said(say("IdentityDestroyed"), e.reason());
                case Entry.NotDrawn e -> said(say("NotDrawn." + e.of(), e.month()));
                case Entry.ExclusionNoted e -> said(say("ExclusionNoted." + e.how(), words.of("ledger.exclusion." + e.reason())),
                        e.told() == null ? e.words() : e.words() + "\n" + say("ExclusionNoted.told", e.told()));
                case Entry.TakenOver e -> said(say(e.state().closed() ? "TakenOver.closed" : "TakenOver", registerName, e.origin().file(),
                        e.origin().row()), e.state().progress());
                case Entry.TakenOverAgain e -> said(say(e.state().closed() ? "TakenOverAgain.closed" : "TakenOverAgain", e.origin().file(),
                        e.origin().row()), e.state().progress());
            };
        }

        private String slip(String kind) {
            return words.of("ledger.slip." + kind);
        }

        private String moved(@Nullable LocalDate due) {
            return due == null ? "" : say("moved", day(due));
        }

        /// @param whose the co-handler whose clock alone is meant
        private String clock(String step, @Nullable OrganisationId whose) {
            var named = words.of("ledger.step." + step);
            return whose == null ? named : named + " · " + unit(whose);
        }

        private static Sentence said(String text) {
            return new Sentence(text, "");
        }

        private static Sentence said(String text, @Nullable String quote) {
            return new Sentence(text, quote == null ? "" : quote);
        }

        private String say(String key, Object... args) {
            return words.of("ledger.entry." + key, args);
        }

        private String to(Assignment to, boolean withDate) {
            return Stream.of(
                            to.leader() == null ? "" : say("to.leader", to.leader()),
                            to.owners().isEmpty() ? "" : say("to.owners", String.join(and(), to.owners())),
                            to.coHandlers().isEmpty() ? "" : say("to.co-handlers", units(to.coHandlers())),
                            withDate ? due(to.due()) : "")
                    .collect(joining());
        }

        private String designated(@Nullable Boolean it) {
            return Boolean.TRUE.equals(it) ? say("designated") : "";
        }

        private String escalated(Entry.Escalated e) {
            var ground = words.of("ledger.escalation." + e.ground());
            return e.to() == null ? say("Escalated.gap", ground, words.of("ledger.gap." + e.gap()))
                    : say("Escalated", ground, unit(e.to().unit()), words.of("ledger.tray.role." + e.to().role()));
        }

        private String due(Deadline due) {
            return due.date() == null ? say("to.kind", words.of("ledger.deadline." + due.kind())) : say("to.due", day(due.date()));
        }

        private String planned(List<Measure> measures) {
            return measures.stream().map(m -> say("measure", m.no(), m.text())
                    + (m.due() == null ? "" : due(m.due()))).collect(joining("\n"));
        }

        private String percents(Entry.ProgressReported e) {
            return e.percents().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                    .map(p -> say("percent", p.getKey(), p.getValue())).collect(joining());
        }

        private String proof(Entry.EvidenceAttached e) {
            return e.measures().isEmpty() ? say("EvidenceAttached.whole")
                    : say("EvidenceAttached", e.measures().stream().map(String::valueOf).collect(joining(and())));
        }

        private String attached(List<Evidence.File> files) {
            long pictures = files.stream().filter(file -> file.mediaType().startsWith("image/")).count();
            long others = files.size() - pictures;
            return (pictures == 0 ? "" : say("pictures", pictures)) + (others == 0 ? "" : say("files", others));
        }

        private String onward(Entry.ReviewPassed e) {
            return say("onward." + e.onward(), e.noticeUntil() == null ? "" : day(e.noticeUntil()));
        }

        private String verdict(Entry.VerdictRecorded e) {
            var said = e.verdict();
            var text = said.contacted() && said.solved() != null && said.satisfied() != null
                    ? say("VerdictRecorded", words.of("ledger.solved." + said.solved()), words.of("ledger.satisfied." + said.satisfied()))
                    : say("VerdictRecorded.not-reached");
            text = said.heardFrom() == null ? text : text + say("VerdictRecorded.heard." + said.heardFrom());
            return e.refutes() ? text + say("VerdictRecorded.refutes") : text;
        }

        private String told(Entry.Closed e) {
            return e.told() == null || e.told().isBlank() ? e.words() : e.words() + "\n" + say("Closed.told", e.told());
        }

        private String layer(int no) {
            return no < policy.verification().size() ? words.of("ledger." + policy.verification().get(no).name()) : String.valueOf(no + 1);
        }

        /// The signer who sends back stands after the last step.
        private String step(int no) {
            return no < policy.review().size() ? words.of("ledger." + policy.review().get(no).name()) : say("signature");
        }

        private String unit(OrganisationId id) {
            return unitName.apply(id);
        }

        private String units(Collection<OrganisationId> ids) {
            return ids.stream().map(unitName).collect(joining(and()));
        }

        private String and() {
            return words.of("ledger.matter.and");
        }

        private String day(LocalDate day) {
            return DayWords.plain(day, words);
        }
    }
}
