package org.mingbai.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.SettableClock;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.store.Replay;
import org.mingbai.supervision.RulePack;
import org.mingbai.supervision.TimeRules;
import org.mingbai.supervision.slip.SlipAct;
import org.mingbai.supervision.slip.SlipAnswer;
import org.mingbai.supervision.slip.SlipContent;
import org.mingbai.supervision.slip.SlipDraft;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipSettings;
import org.mingbai.supervision.slip.Slips;
import org.springframework.beans.factory.annotation.Autowired;

/// What is late is found on the desk, a slip goes out about what is near its end, and comes back answered. Everybody begins at `/` and goes on by
/// what the pages show.
@MingbaiTest
class SupervisionStoryTest extends OfficeStory {

    private static final LocalDate ASSIGNED = LocalDate.of(2026, 3, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);
    private static final String LATE = "急救通道被占";
    private static final String NEAR = "门诊楼停车位不足";

    @Autowired HealthOffice healthOffice;
    @Autowired SettableClock clock;
    @Autowired Directory directory;
    @Autowired Registers registers;
    @Autowired TimeRules rules;
    @Autowired Ledger ledger;
    @Autowired Slips slips;
    @Autowired SlipSettings slipSettings;
    @Autowired Replay replay;

    private HealthOffice.Staff staff;
    private OrganisationId office;
    private OrganisationId planning;

    @BeforeEach
    void two_matters_of_one_unit() {
        clock.set(ASSIGNED);
        staff = healthOffice.opened();
        office = registers.register(staff.tenant(), "rectification").orElseThrow().office();
        planning = directory.unitsMeant(staff.tenant(), "规划发展科").getFirst();
        rules.found(Keeper.program(staff.tenant(), "test"), RulePack.shipped(RulePack.AT_FOUNDING).orElseThrow(), ASSIGNED.minusYears(1));
        assertThat(slipSettings.setCodeWord(holder(office, Role.COORDINATOR), Keeper.of(holder(office, Role.COORDINATOR), ""), office, null, "卫督")).isEmpty();
        assigned(LATE);
        var near = assigned(NEAR);
        done(ledger.act(holder(planning, Role.HANDLER), near.matter().id(), new Act.Sign(), UUID.randomUUID(), null));
        clock.set(TODAY);
    }

    @Test
    void what_is_late_is_found_and_a_warning_goes_out_and_comes_back_answered() {
        var desk = signedIn(staff.coordinator());
        findsWhatIsLate(desk);
        opensWhatIsNear(desk);
        light(desk, "正常");
        var title = writes(desk);
        signs(title);
        matter(desk);
        light(desk, "临期");
        assertThat(desk.getByRole(AriaRole.MAIN)).containsText("预警单 卫督〔2026〕1号 要求");
        answers(title);
        matter(desk);
        light(desk, "正常");
        shot(desk, "matter-answered");
        accepts(desk, title);
        assertThat(replay.check(staff.tenant()).differences()).isEmpty();
    }

    private void findsWhatIsLate(Page page) {
        place(page, "督办");
        shot(page, "desk");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^规划发展科.*已超期 1$"))).click();
        shot(page, "late");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(LATE)).click();
        var clockOfSigning = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("签收").setExact(true));
        assertThat(clockOfSigning).containsText("已超");
        clockOfSigning.getByText("逐日说明").click();
        assertThat(clockOfSigning.getByRole(AriaRole.TABLE)).containsText("3月4日");
        shot(page, "late-days");
    }

    private void opensWhatIsNear(Page page) {
        place(page, "督办");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^规划发展科.*七天内到期 2$"))).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(NEAR)).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(NEAR);
    }

    /// @return its title
    private String writes(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("写督办单").setExact(true)).click();
        radio(page, "预警单").check();
        field(page, "依据").fill("督查督办办法第九条");
        field(page, "要求").fill("月底前列出措施，说明为何还没有动");
        page.getByLabel("答复期限").fill(TODAY.plusDays(5).toString());
        field(page, "从较高一级发起的理由").fill("临近期限，措施未列");
        var title = field(page, "标题").inputValue();
        shot(page, "slip-form");
        press(page, "写督办单");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("待签发");
        shot(page, "slip-drafted");
        return title;
    }

    private void signs(String title) {
        var page = signedIn(staff.approver());
        place(page, "督办单");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true)).click();
        acts(page, "签发");
        page.getByLabel("签发后即发出").check();
        press(page, "签发");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("卫督〔2026〕1号");
        shot(page, "slip-sent");
    }

    private void answers(String title) {
        var page = signedIn(staff.planning());
        place(page, "收到的单子");
        shot(page, "ours");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true)).click();
        acts(page, "答复");
        radio(page, "办结反馈").check();
        field(page, "进展").fill("措施已列：划出车位 60 个，月底完成");
        field(page, "签字人").fill("梁大路");
        shot(page, "answer-form");
        press(page, "答复");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("待认可");
    }

    private void accepts(Page page, String title) {
        place(page, "督办");
        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("督办的其他去处"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("待认可 1")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true)).click();
        acts(page, "认可答复");
        press(page, "认可答复");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("已办结");
        shot(page, "slip-accepted");
    }

    @Test
    void a_unit_finds_and_answers_a_slip_on_a_phone_in_english() {
        var written = (SlipAnswer.Done) slips.draft(holder(office, Role.COORDINATOR), SlipDraft.of(SlipKind.PROMPT, null, office, planning,
                SlipContent.of("车位台账未报", "督查督办办法第八条", "请说明进展", TODAY.plusDays(3))), UUID.randomUUID());
        assertThat(slips.act(holder(office, Role.APPROVER), written.slip().id(), new SlipAct.Sign(true), UUID.randomUUID(), null))
                .isInstanceOf(SlipAnswer.Done.class);
        var page = open(Reader.onPhone().english(), "/");
        page.getByLabel("Login").fill(staff.planning());
        page.getByLabel("Password").fill(HealthOffice.PASSWORD);
        press(page, "Sign in");
        shot(page, "phone-tray");
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Places")).getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Slips to us")).first().click();
        shot(page, "phone-ours");
        fitsItsWidth(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("车位台账未报")).click();
        shot(page, "phone-slip");
        fitsItsWidth(page);
        acts(page, "Receive", "What you can do now");
        press(page, "Receive");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("to be answered");
        acts(page, "Answer", "What you can do now");
        radio(page, "final").check();
        field(page, "Progress").fill("台账已报");
        field(page, "Signed by").fill("梁大路");
        shot(page, "phone-answer");
        fitsItsWidth(page);
        isAccessible(page);
        press(page, "Answer");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("answered, to be judged");
        shot(page, "phone-answered");
    }

    private Answer.Done assigned(String title) {
        var coordinator = holder(office, Role.COORDINATOR);
        var raised = done(ledger.raise(coordinator, "rectification", Subject.of(title, "群众反映"), UUID.randomUUID()));
        var id = raised.matter().id();
        done(ledger.act(coordinator, id, new Act.PutOnList(null), UUID.randomUUID(), null));
        return done(ledger.act(coordinator, id, new Act.Assign(new Assignment(planning, "王副主任", List.of("梁大路"), List.of(),
                Deadline.by(ASSIGNED.plusDays(60)), null)), UUID.randomUUID(), null));
    }

    private static Answer.Done done(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return (Answer.Done) answer;
    }

    private SignedIn holder(OrganisationId unit, Role role) {
        return directory.holdersOf(staff.tenant(), new Seat(unit, role), clock.today()).stream()
                .flatMap(holder -> directory.actingAs(staff.tenant(), holder.person()).stream()).findFirst().orElseThrow();
    }

    private void matter(Page page) {
        opensWhatIsNear(page);
    }

    /// The matter's own light, beside its number.
    private static void light(Page page, String word) {
        assertThat(page.locator(".matter-line .light-word").first()).hasText(word);
    }

    private void shot(Page page, String name) {
        picture(page, "supervision-story-" + name);
    }
}
