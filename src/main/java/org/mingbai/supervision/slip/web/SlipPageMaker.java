package org.mingbai.supervision.slip.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.SignedIn;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Act;
import org.mingbai.shell.page.FileChip;
import org.mingbai.shell.page.LightSign;
import org.mingbai.shell.page.StoryLine;
import org.mingbai.supervision.slip.Feedback;
import org.mingbai.supervision.slip.Ladder;
import org.mingbai.supervision.slip.Slip;
import org.mingbai.supervision.slip.SlipAct;
import org.mingbai.supervision.slip.SlipEvent;
import org.mingbai.supervision.slip.SlipLine;
import org.mingbai.supervision.slip.SlipRefusal;
import org.mingbai.supervision.slip.Slips;
import org.mingbai.supervision.slip.web.SlipPage.Fact;
import org.mingbai.supervision.slip.web.SlipPage.FeedbackTold;
import org.mingbai.supervision.slip.web.SlipPage.Part;

/// Lays out one slip.
final class SlipPageMaker {

    private final Slips slips;
    private final Names names;
    private final LocalDate today;

    SlipPageMaker(Slips slips, Names names, LocalDate today) {
        this.slips = slips;
        this.names = names;
        this.today = today;
    }

    SlipPage of(SignedIn who, Slip slip) {
        boolean nobody = slips.waitsForNobody(who, slip);
        var acts = new ArrayList<Act>();
        var whyNot = new ArrayList<Act.WhyNot>();
        slips.acts(who, slip).forEach((act, refusal) -> {
            var verb = t("supervision.slip.act." + act);
            if (refusal.isEmpty()) {
                acts.add(new Act(verb, href(slip, act), nobody ? act == SlipAct.Kind.WITHDRAW : acts.isEmpty() && isExpected(act)));
            } else if (!(refusal.get() instanceof SlipRefusal.NotThisState)) {
                whyNot.add(new Act.WhyNot(verb, names.told(refusal.get())));
            }
        });
        return new SlipPage(slip.id(), Names.kind(slip.kind()), slips.ladder(who.tenant()).rung(slip.kind()).map(Ladder.Rung::colour).orElse(""),
                names.unit(slip.from()), slip.number() == null ? t("supervision.slip.unnumbered") : slip.number().printed(), slip.content().title(),
                names.unit(slip.to()), nobody ? t("supervision.slip.nobody") : SlipRow.state(slip, today),
                nobody ? Optional.of(LightSign.AT_RISK) : SlipRow.sign(slip, today),
                slip.state().waits() && !nobody ? Optional.of(slip.answerBy()) : Optional.empty(), parts(slip), files(slip), facts(slip),
                names.person(slip.signedBy()), Optional.ofNullable(slip.signedAt()), feedbacks(slip), related(who, slip),
                slips.story(who, slip.id()).stream().map(this::line).toList(), acts, whyNot, slip.number() != null,
                nobody ? Optional.of(t("supervision.slip.nobody.why", names.unit(slip.to()))) : Optional.empty());
    }

    private static boolean isExpected(SlipAct.Kind act) {
        return EnumSet.of(SlipAct.Kind.SIGN, SlipAct.Kind.SEND, SlipAct.Kind.RECEIVE, SlipAct.Kind.ANSWER, SlipAct.Kind.ACCEPT, SlipAct.Kind.UPGRADE)
                .contains(act);
    }

    static String href(Slip slip, SlipAct.Kind act) {
        return act == SlipAct.Kind.UPGRADE ? "/slips/new?follows=" + slip.id() : SlipPages.href(slip) + "/acts/" + act.noun();
    }

    private static List<Part> parts(Slip slip) {
        var content = slip.content();
        var parts = new ArrayList<Part>();
        part(parts, "basis", content.basis());
        part(parts, "requirement", content.requirement());
        part(parts, "gap", content.gap());
        part(parts, "attachments", content.attachments());
        part(parts, "higherBecause", slip.higherBecause());
        return parts;
    }

    private static List<FileChip> files(Slip slip) {
        return slip.content().files().stream()
                .map(file -> new FileChip(file.name(), SlipPages.href(slip) + "/files/" + file.sha256(), file.size(), file.sha256())).toList();
    }

    private static void part(List<Part> parts, String field, @Nullable String text) {
        if (text != null) {
            parts.add(new Part(Names.label(field), text));
        }
    }

    private List<Fact> facts(Slip slip) {
        var content = slip.content();
        var facts = new ArrayList<Fact>();
        fact(facts, "leadLeader", content.leadLeader());
        fact(facts, "supportingLeader", content.supportingLeader());
        fact(facts, "supporting", content.supporting().isEmpty() ? null : names.units(content.supporting()));
        fact(facts, "due", content.due() == null ? null : Days.full(content.due()));
        fact(facts, "answerBy", Days.full(slip.answerBy()));
        fact(facts, "reporting", content.everyDays() == null ? t("supervision.slip.once") : t("supervision.slip.every", content.everyDays()));
        fact(facts, "contact", content.contact());
        return facts;
    }

    private static void fact(List<Fact> facts, String field, @Nullable String text) {
        if (text != null) {
            facts.add(new Fact(Names.label(field), text));
        }
    }

    private List<FeedbackTold> feedbacks(Slip slip) {
        return slip.feedbacks().stream().map(it -> told(slip, it)).toList();
    }

    private static FeedbackTold told(Slip slip, Feedback feedback) {
        var report = feedback.report();
        var parts = new ArrayList<Part>();
        part(parts, "progress", report.progress());
        part(parts, "evidence", report.evidence());
        part(parts, "difficulties", report.difficulties());
        part(parts, "nextStep", report.nextStep());
        part(parts, "support", report.support());
        part(parts, feedback.judgement() == Feedback.Judgement.RETURNED ? "reasons" : "words", feedback.words());
        return new FeedbackTold(t("supervision.slip.feedback", feedback.no(), t("supervision.slip.for." + report.what())),
                t("supervision.slip.judgement." + feedback.judgement()), parts, report.signer(), feedback.at(),
                SlipPages.href(slip) + "/feedbacks/" + feedback.no() + "/paper");
    }

    private List<Link> related(SignedIn who, Slip slip) {
        var links = new ArrayList<Link>();
        if (slip.matter() != null && slips.showsMatter(who, slip)) {
            links.add(new Link(t("supervision.slip.the-matter"), "/matters/" + slip.matter().value()));
        }
        if (slip.follows() != null) {
            slips.slip(who, slip.follows()).ifPresent(it -> links.add(new Link(t("supervision.slip.follows", Names.called(it)), SlipPages.href(it))));
        }
        if (slip.upgradedBy() != null) {
            slips.slip(who, slip.upgradedBy()).ifPresent(it -> links.add(new Link(t("supervision.slip.upgraded-by", Names.called(it)), SlipPages.href(it))));
        }
        return links;
    }

    private StoryLine line(SlipLine line) {
        var event = line.event();
        var text = switch (event) {
            case SlipEvent.Drafted e -> t(e.cause() == null ? "supervision.slip.event.Drafted" : "supervision.slip.event.Drafted.rule");
            case SlipEvent.Signed(var number) -> t("supervision.slip.event.Signed", number.printed());
            case SlipEvent.Accepted(_, var next) -> next == null ? t("supervision.slip.event.Accepted") : t("supervision.slip.event.Accepted.next", next);
            case SlipEvent.Returned(_, var day) -> t("supervision.slip.event.Returned", day);
            case SlipEvent.Upgraded(_, var number) -> t("supervision.slip.event.Upgraded", number);
            case SlipEvent.Changed _, SlipEvent.Sent _, SlipEvent.Received _, SlipEvent.Answered _, SlipEvent.Lapsed _, SlipEvent.Withdrawn _ ->
                    t("supervision.slip.event." + event.getClass().getSimpleName());
        };
        var quote = switch (event) {
            case SlipEvent.Answered(var report) -> report.progress();
            case SlipEvent.Accepted(var words, _) -> words == null ? "" : words;
            case SlipEvent.Returned(var reasons, _) -> reasons;
            case SlipEvent.Lapsed(var reason) -> reason;
            case SlipEvent.Withdrawn(var reason) -> reason;
            case SlipEvent.Sent(var despite) -> despite == null ? "" : t("supervision.burden.despite.said", despite);
            case SlipEvent.Drafted _, SlipEvent.Changed _, SlipEvent.Signed _, SlipEvent.Received _, SlipEvent.Upgraded _ -> "";
        };
        boolean turn = event instanceof SlipEvent.Sent || event instanceof SlipEvent.Answered;
        return new StoryLine("event-" + line.seq(), line.at(), names.person(line.by()), names.unit(line.as().unit()), text, quote, List.of(), turn);
    }
}
