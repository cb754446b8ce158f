package org.mingbai.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.SettableClock;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.store.Replay;
import org.springframework.beans.factory.annotation.Autowired;

/// Two people say the same, one by phone page and one by telephone. What the unit calls done is refuted by those who raised it, done again, rated and
/// laid before everybody. Pictures: `target/screens/public-story-*.png`.
@MingbaiTest
class PublicStoryTest extends OfficeStory {

    private static final LocalDate BEGAN = LocalDate.of(2026, 3, 2);
    private static final String MATTER = "门诊楼前没有停车的地方";

    @Autowired HealthOffice healthOffice;
    @Autowired Registers registers;
    @Autowired SettableClock clock;
    @Autowired Replay replay;

    private HealthOffice.Staff staff;
    private String site;

    @BeforeEach
    void an_office_that_listens() {
        clock.set(BEGAN);
        staff = healthOffice.opened();
        registers.show(staff.tenant(), "hotline", true, true);
        site = "/p/" + staff.tenant().value();
    }

    @Test
    void what_two_residents_said_is_claimed_refuted_done_again_rated_and_published() {
        var first = raises();
        var clerk = signedIn(staff.coordinator());
        var second = takesDownAnother(clerk);
        assigns(clerk);
        var handler = signedIn(staff.planning());
        acts(handler, "签收", () -> opens(handler, MATTER, "签收"));
        claims(handler, "划了十个车位");
        reviewed();
        var asks = signedIn(staff.verdictTaker());
        answers(asks, "138", "部分解决", "基本满意", "多了几个车位");
        answers(asks, "", "未解决", "不满意", "十个车位一早就满了");
        follows(first, "反映人不认可，将重新办理");
        follows(second, "反映人不认可，将重新办理");
        beginsAnew(clerk);
        acts(handler, "签收", () -> opens(handler, MATTER, "签收"));
        claims(handler, "再划六十个车位，早高峰有人引导");
        reviewed();
        judges(first);
        answers(asks, "", "已解决", "满意", "现在有地方停了");
        closes();
        follows(first, "已办结，之后还要回头看");
        follows(second, "已办结，之后还要回头看");
        publishes(clerk);
        var anybody = open(Reader.onPhone(), site);
        anybody.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^办理结果"))).click();
        assertThat(anybody.getByRole(AriaRole.MAIN)).containsText("门诊楼前划出车位七十个");
        shot(anybody, "done");
        fitsItsWidth(anybody);
        isAccessible(anybody);
        assertThat(replay.check(staff.tenant()).differences()).isEmpty();
    }

    /// @return the receipt's code
    private String raises() {
        var page = open(Reader.onPhone(), site);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("反映问题")).click();
        page.getByLabel("什么事").fill(MATTER + "。每天早上车子从门诊楼一直排到大路上，急救车也过不去。");
        page.getByLabel("具体地点").fill("市中医院门诊楼");
        page.getByLabel("电话").fill("13812345678");
        clock.advance(Duration.ofSeconds(30));
        assertThat(page.locator("input[name=proof]")).not().hasValue("");
        press(page, "发送");
        shot(page, "receipt");
        return page.locator(".code").textContent().strip();
    }

    private String takesDownAnother(Page page) {
        place(page, "来件登记");
        page.locator("#f-channel").selectOption("12345热线");
        field(page, "反映的内容").pressSequentially("市中医院门诊楼前没有停车的地方，早上车子排到大路上，急救车过不去。");
        field(page, "地点").fill("市中医院门诊楼");
        radio(page, "并入").check();
        field(page, "姓名").fill("邵明霞");
        field(page, "电话").fill("13987654321");
        shot(page, "desk");
        press(page, "登记");
        shot(page, "desk-receipt");
        return page.locator(".receipt-code").textContent().strip().replaceFirst("^\\D*? (?=[0-9A-Z]{4}-)", "");
    }

    private void assigns(Page page) {
        acts(page, "列入台账", () -> opens(page, MATTER, "列入台账"));
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("邵");
        acts(page, "交办");
        page.getByLabel("承办单位").fill("规划发展科");
        done(page, "交办");
        shot(page, "assigned");
    }

    private void claims(Page page, String what) {
        opens(page, MATTER, "");
        acts(page, "列出措施");
        var measure = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("措施 1"));
        measure.getByLabel("做什么").fill(what);
        measure.getByLabel("完成日期").fill(BEGAN.plusDays(3).toString());
        done(page, "列出措施");
        acts(page, "附佐证材料");
        page.getByLabel("文件").setInputFiles(photograph(what + ".png"));
        field(page, "说明").fill("完成当天在现场所拍");
        done(page, "附佐证材料");
        acts(page, "申请销号");
        page.getByLabel("已解决").check();
        field(page, "做了什么").fill(what);
        done(page, "申请销号");
        shot(page, "claimed");
    }

    private void reviewed() {
        var page = signedIn(staff.checker());
        opens(page, MATTER, "审核销号申请");
        acts(page, "审核通过");
        done(page, "审核通过");
    }

    /// On their own phone.
    private void judges(String code) {
        var page = open(Reader.onPhone(), site + "/r");
        page.locator("#f-code").fill(code);
        press(page, "查看办理情况");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("请您评议");
        press(page, "提交评议");
        assertThat(page.locator(".error").first()).isVisible();
        for (var answer : new String[] {"联系过", "完全解决", "非常满意"}) {
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(answer).setExact(true)).check();
        }
        page.locator("#f-judged").fill("早上不排队了");
        shot(page, "judges");
        fitsItsWidth(page);
        isAccessible(page);
        press(page, "提交评议");
        assertThat(page.locator(".notice-done")).containsText("您的评议已经记下");
        shot(page, "judged");
    }

    /// @param who of those who raised it, as the desk names them; empty where one is left
    private void answers(Page page, String who, String solved, String satisfied, String words) {
        place(page, "回访台");
        shot(page, "call-backs");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(MATTER))).first().click();
        shot(page, "call-back");
        if (!who.isEmpty()) {
            radio(page, who).check();
        }
        for (var answer : new String[] {"电话", "联系上了", "联系过", solved, satisfied}) {
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(answer).setExact(true)).first().check();
        }
        field(page, "反映人的原话").fill(words);
        press(page, "记下回访");
        shot(page, "called-back");
    }

    private void beginsAnew(Page page) {
        opens(page, MATTER, "群众不认可，重开一轮");
        acts(page, "重开一轮");
        field(page, "理由").fill("两位反映人都说没有解决");
        done(page, "重开一轮");
        shot(page, "second-round");
        acts(page, "交办");
        page.getByLabel("承办单位").fill("规划发展科");
        done(page, "交办");
    }

    private void closes() {
        var page = signedIn(staff.approver());
        opens(page, MATTER, "签发销号");
        acts(page, "销号");
        field(page, "销号意见").fill("同意销号");
        field(page, "怎么告知反映人的").fill("电话告知");
        done(page, "销号");
    }

    private void follows(String code, String stands) {
        var page = open(Reader.onPhone(), site + "/r");
        page.locator("#f-code").fill(code);
        press(page, "查看办理情况");
        shot(page, "follows");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText(stands);
        fitsItsWidth(page);
    }

    private void publishes(Page page) {
        place(page, "公开结果");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(MATTER))).click();
        page.locator("#f-text").fill("门诊楼前划出车位七十个，早高峰有人引导。");
        shot(page, "publish");
        press(page, "放行公开");
        assertThat(page.locator(".notice-done")).containsText("已放行");
    }

    /// An act that needs nothing written.
    private void acts(Page page, String verb, Runnable opened) {
        opened.run();
        acts(page, verb);
        done(page, verb);
    }

    private void shot(Page page, String name) {
        picture(page, "public-story-" + name);
    }
}
