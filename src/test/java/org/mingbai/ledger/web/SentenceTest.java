package org.mingbai.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.ledger.Appeal;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.ContactBy;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Drawing;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.EscalationAnswer;
import org.mingbai.ledger.EscalationGround;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Ladder;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.LookBackMethod;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Onward;
import org.mingbai.ledger.Origin;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Policy;
import org.mingbai.ledger.Redirection;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Taken;
import org.mingbai.ledger.Verdict;

class SentenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
    private static final OrganisationId ROADS = new OrganisationId(7);
    private static final Policy POLICY = new Policy("problem", 1, "·", List.of(new Policy.Layer("layer.meeting", Role.COORDINATOR)),
            List.of(new Policy.Step("step.first-check", Role.CHECKER, Policy.At.OFFICE)), 5, true, false, false, 90, 60, 30, 0, false, Set.of(Outcome.SOLVED),
                    List.of());
    private static final Evidence.File PHOTO = new Evidence.File("0".repeat(64), "照片.jpg", "image/jpeg", 10);
    private static final Assignment TO = new Assignment(ROADS, "王镇长", List.of("李明"), List.of(ROADS), Deadline.by(DAY), "尽快");
    private static final Taken TAKEN = new Taken(null, null, List.of(), "换了一半", false);
    private static final Origin ORIGIN = new Origin("台账.xlsx", "表一", 5);

    private static final List<Entry> ONE_OF_EACH = List.of(new Entry.Raised("problem", 1, Subject.of("灯", "灯")), new Entry.Verified(0, "属实"),
            new Entry.Listed(null), new Entry.Declined("不归", "去法院"),
            new Entry.AnsweredAtOnce("可以", "办法第三条"), new Entry.Redirected(Redirection.LEGAL_ROUTE, "诉讼", "去法院"),
            new Entry.Merged(new MatterId(5), "同一件"), new Entry.Unmerged("错"), new Entry.Joined(new MatterId(5)), new Entry.Parted(new MatterId(5)),
            new Entry.Assigned(TO, null), new Entry.Assigned(TO, true), new Entry.Reassigned(TO, "换", null), new Entry.CoHandlersCalled(List.of(ROADS), null),
            new Entry.CoHandlerReported(ROADS, "到场"), new Entry.Signed(),
            new Entry.Contacted(ContactBy.VISIT, "周日起"), new Entry.Told("路灯", "60 日内答复"),
            new Entry.ReturnRequested("不归", "三定"), new Entry.ReturnDecided(true, "是"),
            new Entry.ReturnDecided(false, "否"),
                    new Entry.Planned(List.of(new Measure(1, Measure.Kind.CORRECTIVE, "换灯", null, null, Deadline.longTerm(), 0,
                    null, null))), new Entry.MeasureDropped(1, "不用"), new Entry.ProgressReported("好", Map.of(1, 50), List.of(PHOTO)),
            new Entry.EvidenceAttached(List.of(1, 2), List.of(PHOTO), null), new Entry.EvidenceAttached(List.of(), List.of(), "看过"),
            new Entry.ExtensionRequested(DAY, "料"), new Entry.ExtensionDecided(true, DAY, "可"), new Entry.ExtensionDecided(false, null, "否"),
            new Entry.Parked("缺", "等", "张", DAY), new Entry.Resumed("有"), new Entry.InterimPromised(DAY, "在办"),
            new Entry.ClosureClaimed(Outcome.SOLVED, "换了"), new Entry.ReviewPassed(0, Onward.NOTICE, DAY, null),
            new Entry.ReviewPassed(0, Onward.NEXT_STEP, null, null), new Entry.ReviewPassed(0, Onward.VERDICT, null, null),
            new Entry.ReviewPassed(0, Onward.CLOSURE, null, null), new Entry.SentBack(0, "缺照"), new Entry.SentBack(1, "缺照"),
            new Entry.ObjectionRaised("不对"), new Entry.ObjectionDecided(true, "是"), new Entry.ObjectionDecided(false, "否"),
            new Entry.NoticeEnded(Onward.VERDICT),
                    new Entry.VerdictRecorded(new Verdict(true, Verdict.Solved.NOT, Verdict.Satisfied.DISSATISFIED, "黑"), true),
            new Entry.VerdictRecorded(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, null, true), false),
            new Entry.VerdictRecorded(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, null, false), false),
            new Entry.VerdictRecorded(new Verdict(false, null, null, "没人接"), false), new Entry.Closed(Outcome.EXPLAINED, "同意", "电话", DAY),
            new Entry.LookBackScheduled(DAY), new Entry.LookedBack(true, LookBackMethod.CALL, "亮"),
                    new Entry.LookedBack(false, LookBackMethod.CALL, "黑"),
            new Entry.Reopened("反弹", null), new Entry.Reopened("新证据", "另一盏灯"),
            new Entry.ReviewAsked(Appeal.Level.REVIEW, "不服"), new Entry.ReviewAsked(Appeal.Level.REEXAMINATION, "仍不服"),
            new Entry.ReviewAnswered(Appeal.Level.REVIEW, false, "市住建局", "维持"),
            new Entry.ReviewAnswered(Appeal.Level.REEXAMINATION, true, "省住建厅", "重办"),
            new Entry.Escalated(EscalationGround.BEYOND_POWERS, "无权", "请协调", new Seat(ROADS, Role.LEADER), null),
            new Entry.Escalated(EscalationGround.MEANS, "无钱", "请解决", null, Ladder.Gap.TOP_LEVEL),
            new Entry.EscalationAnswered(EscalationGround.MEANS, EscalationAnswer.COORDINATES, "已协调", null),
            new Entry.EscalationAnswered(EscalationGround.MEANS, EscalationAnswer.TAKES_OVER, "由我们办", TO),
            new Entry.EscalationAnswered(EscalationGround.MEANS, EscalationAnswer.REFUSES, "自行解决", null),
            new Entry.Withdrawn("不用了"), new Entry.Corrected(1, Subject.Item.PLACE, "八号", "错"),
            new Entry.Corrected(1, null, "八号", "错"), new Entry.Noted("看过"), new Entry.TakenOver("problem", 1, Subject.of("灯", "灯"), ORIGIN, TAKEN),
            new Entry.TakenOverAgain(Subject.of("灯", "灯"), ORIGIN, TAKEN),
            new Entry.SlipSent(7, "明督〔2026〕7号", "WARNING", new OrganisationId(3), LocalDate.of(2026, 3, 8)),
            new Entry.SlipAskedAgain(7, "明督〔2026〕7号", "WARNING", new OrganisationId(3), LocalDate.of(2026, 3, 8), true),
            new Entry.SlipAskedAgain(7, "明督〔2026〕7号", "WARNING", new OrganisationId(3), LocalDate.of(2026, 3, 8), false),
            new Entry.SlipAnswered(7, "明督〔2026〕7号", new OrganisationId(3)),
            new Entry.SlipEnded(7, "明督〔2026〕7号", "ACCEPTED"), new Entry.SlipEnded(7, "明督〔2026〕7号", "UPGRADED"),
            new Entry.SlipEnded(7, "明督〔2026〕7号", "LAPSED"), new Entry.SlipEnded(7, "明督〔2026〕7号", "WITHDRAWN"),
            new Entry.ClockPaused("HANDLE", "HEARING", "3 月 5 日听证"), new Entry.ClockResumed("HANDLE", "听证已毕"),
            new Entry.ClockRecounted("HANDLE", LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 9), "国办发明电〔2026〕9号"),
            new Entry.LightSet(Light.Sign.LATE, "上级点名", LocalDate.of(2026, 3, 31)), new Entry.LightReleased("已说明"),
            new Entry.CoHandlersCalled(List.of(ROADS, new OrganisationId(3)), "又漏水", List.of(ROADS), true),
            new Entry.CoHandlerArrived(new OrganisationId(3), "两人到场"),
            new Entry.CallOutEnded(List.of(new OrganisationId(3)), "扶正电杆"), new Entry.CallOutEnded(List.of(), "扶正电杆"),
            new Entry.CallOutRated(ROADS, false, 4, "及时", 12), new Entry.CallOutRated(ROADS, true, 5, null, null),
            new Entry.VoiceAdded(1, "又坏了一盏"), new Entry.VoiceWithdrawn(1, "已自行解决"),
            new Entry.IdentityRevealed(1, "回访"), new Entry.IdentityDestroyed(1, "本人要求"),
            new Entry.NotDrawn(Drawing.VERDICT, "2026-03", "9f86d0"), new Entry.NotDrawn(Drawing.LOOK_BACK, "2026-03", "9f86d0"),
            new Entry.ExclusionNoted(7, "ASKED", "UNTRUE", "查无此事", null), new Entry.ExclusionNoted(7, "AGREED", "LEGAL_ROUTE", "属实", "不计入三率"),
            new Entry.ExclusionNoted(7, "REFUSED", "COMMERCIAL", "不属实", null), new Entry.ExclusionNoted(7, "WITHDRAWN", "MALICIOUS", "误报", "仍计入三率"),
            new Entry.Raised("problem", 1, Subject.of("灯", "灯").about(List.of(new OrganisationId(3)))),
            new Entry.ConcernNamed(List.of(new OrganisationId(3)), "信中写明"), new Entry.DisclosureAsked(new OrganisationId(3), "须其说明"),
            new Entry.DisclosureDecided(new OrganisationId(3), true, "可"), new Entry.DisclosureDecided(new OrganisationId(3), false, "不可"));

    @Test void every_kind_of_entry_has_its_sentence_in_both_languages_with_all_its_arguments() {
        var told = new HashSet<Class<?>>();
        for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var teller = new Sentence.Teller(locale, POLICY, "Z", _ -> "U");
            for (var entry : ONE_OF_EACH) {
                told.add(entry.getClass());
                var sentence = teller.of(line(entry));
                assertThat(sentence.text()).as("%s in %s", entry, locale).isNotBlank().doesNotContain("{", "ledger.", "null");
                assertThat(sentence.quote()).as("%s in %s", entry, locale).doesNotContain("{", "ledger.", "null");
            }
        }
        assertThat(told).containsExactlyInAnyOrder(Arrays.stream(Entry.class.getPermittedSubclasses()).toArray(Class<?>[]::new));
    }

    @Test void a_sentence_names_units_dates_and_files() {
        var teller = new Sentence.Teller(Locale.CHINESE, POLICY, "问题清单", _ -> "路灯所");
        assertThat(teller.of(line(new Entry.Assigned(TO, null))).text()).isEqualTo("交路灯所承办，王镇长牵头负责，责任人李明，请路灯所协办，2026年3月4日前办结");
        assertThat(teller.of(line(new Entry.EvidenceAttached(List.of(1), List.of(PHOTO, PHOTO), null))).text()).isEqualTo("为第 1 项措施附佐证，附照片 2 张");
        assertThat(new Sentence.Teller(Locale.ENGLISH, POLICY, "P", _ -> "Lamps").of(line(new Entry.Assigned(TO, null))).text())
                .isEqualTo("assigned it to Lamps, led by 王镇长, owned by 李明, with Lamps called in, due 4 Mar 2026");
    }

    private static Line line(Entry entry) {
        var at = OffsetDateTime.of(2026, 3, 4, 9, 0, 0, 0, ZoneOffset.ofHours(8));
        return new Line(3, entry, new PersonId(1), new Seat(ROADS, Role.HANDLER), at, DAY, UUID.randomUUID(), null);
    }
}
