package org.mingbai.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.ledger.store.Replay;
import org.springframework.beans.factory.annotation.Autowired;

/// From an office's Excel ledger to a matter owned, proven and closed by others, and out again as Excel. Everybody begins at `/` and goes on by
/// what the pages show.
@MingbaiTest
class AccountStoryTest extends OfficeStory {

    private static final Path LEDGER = Path.of("../shared/data/ledgers/plain.xlsx");
    private static final String MATTER = "规划信息科停车位不足（第5项）";
    private static final LocalDate BEGAN = LocalDate.of(2023, 11, 20);
    private static final LocalDate CLOSED = LocalDate.of(2023, 12, 10);

    private static final String RENEWED = "Harbour-2024-quay";

    @Autowired HealthOffice office;
    @Autowired SettableClock clock;
    @Autowired Replay replay;

    private HealthOffice.Staff staff;

    @BeforeEach
    void an_office_without_a_ledger() {
        if (!Files.exists(LEDGER)) {
            System.err.println("SKIPPED: no ledger at " + LEDGER.toAbsolutePath().normalize());
            Assumptions.abort("no ledger at " + LEDGER);
        }
        clock.set(BEGAN);
        staff = office.opened();
    }

    @Test
    void a_row_of_a_ledger_is_owned_proven_closed_by_others_relapses_and_goes_out_again() throws IOException {
        var coordinator = signedIn(staff.coordinator());
        imports(coordinator);
        assigns(coordinator);
        var handler = signedIn(staff.planning());
        works(handler);
        claims(handler);
        isReviewed();
        clock.set(CLOSED);
        isJudgedAndClosed();
        clock.set(CLOSED.plusDays(90));
        relapses();
        comesBackUnchanged(beginsAnew());
        assertThat(replay.check(staff.tenant()).differences()).isEmpty();
    }

    private void imports(Page page) {
        place(page, "导入台账");
        page.getByLabel("列入哪本台账").selectOption("整改台账");
        page.getByLabel("台账文件").setInputFiles(LEDGER);
        press(page, "读取并预览");
        shot(page, "preview");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("台账里的单位，通讯录里没有");
        page.getByLabel(Pattern.compile("^市第一人民医院")).selectOption("市人民医院（总院）");
        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("台账里的单位，通讯录里没有"))
                .getByRole(AriaRole.BUTTON).click();
        shot(page, "preview-corrected");
        assertThat(page.getByLabel(Pattern.compile("^市第一人民医院"))).hasCount(0);
        press(page, "导入 120 件新事项");
        assertThat(page.getByText("新增 120 件")).isVisible();
        shot(page, "imported");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("打开“整改台账”")).click();
        shot(page, "register");
    }

    private void assigns(Page page) {
        opens(page, MATTER, "定责任单位，交办");
        shot(page, "matter-listed");
        acts(page, "交办");
        page.getByLabel("承办单位").fill("规划发展科");
        field(page, "责任领导").fill("王副主任");
        field(page, "责任人").fill("梁大路");
        shot(page, "assign");
        done(page, "交办");
    }

    private void works(Page page) {
        opens(page, MATTER, "签收");
        acts(page, "签收");
        done(page, "签收");
        acts(page, "列出措施");
        var first = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("措施 1"));
        first.getByLabel("做什么").fill("门诊楼东侧空地划出停车位 60 个");
        first.getByLabel("完成日期").fill(BEGAN.plusDays(10).toString());
        var second = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("措施 2"));
        second.getByLabel("做什么").fill("高峰时段由保安引导，每月核一次车位周转");
        second.getByLabel("长效机制").check();
        shot(page, "plan");
        done(page, "列出措施");
        acts(page, "附佐证材料");
        page.getByLabel("文件").setInputFiles(photograph("划线后.png"));
        field(page, "说明").fill("现场照片，划线完成当天所拍");
        shot(page, "evidence");
        done(page, "附佐证材料");
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(Pattern.compile("划线后"))).first()).isVisible();
        acts(page, "报告进展");
        field(page, "内容").fill("车位已划好并启用，引导员到岗");
        field(page, ".*门诊楼东侧空地划出停车位 60 个").fill("100");
        shot(page, "progress");
        done(page, "报告进展");
        shot(page, "matter-working");
    }

    private void claims(Page page) {
        opens(page, MATTER, "佐证已齐，申请销号");
        acts(page, "申请销号");
        page.getByLabel("已解决").check();
        field(page, "做了什么").fill("新增车位 60 个，排队车辆由四十辆减到五辆");
        done(page, "申请销号");
        shot(page, "matter-claimed");
    }

    private void isReviewed() {
        for (var login : new String[] {staff.above(), staff.checker()}) {
            var page = signedIn(login);
            opens(page, MATTER, "审核销号申请");
            shot(page, "review-" + (login.equals(staff.above()) ? 1 : 2));
            acts(page, "审核通过");
            field(page, "意见").fill("到现场看过，属实");
            done(page, "审核通过");
        }
    }

    private void isJudgedAndClosed() {
        var coordinator = signedIn(staff.coordinator());
        opens(coordinator, MATTER, "公示期满，结束公示");
        acts(coordinator, "结束公示");
        done(coordinator, "结束公示");
        var asks = signedIn(staff.verdictTaker());
        opens(asks, MATTER, "请反映人评议，记下来");
        acts(asks, "记录评议");
        asks.getByLabel("联系上了", new Page.GetByLabelOptions().setExact(true)).check();
        asks.getByLabel("已解决", new Page.GetByLabelOptions().setExact(true)).check();
        asks.getByLabel("满意", new Page.GetByLabelOptions().setExact(true)).check();
        field(asks, "反映人的原话").fill("现在来看病有地方停了");
        shot(asks, "verdict");
        done(asks, "记录评议");
        var signs = signedIn(staff.approver());
        opens(signs, MATTER, "签发销号");
        acts(signs, "销号");
        field(signs, "销号意见").fill("同意销号");
        field(signs, "怎么告知反映人的").fill("电话告知");
        shot(signs, "close");
        done(signs, "销号");
        shot(signs, "matter-closed");
        assertThat(signs.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(Pattern.compile("^准予销号，2023年12月10日")))).hasCount(1);
    }

    private void relapses() {
        var page = signedInAfterMonths(staff.verdictTaker());
        opens(page, MATTER, "回头看");
        acts(page, "记录回头看");
        page.getByLabel("反弹了").check();
        page.getByLabel("实地察看").check();
        field(page, "看到的情况").fill("车位被施工材料占去一半");
        done(page, "记录回头看");
        shot(page, "matter-relapsed");
    }

    private Page beginsAnew() {
        var page = signedInAfterMonths(staff.coordinator());
        opens(page, MATTER, "反弹了，重开一轮");
        acts(page, "重开一轮");
        field(page, "理由").fill("回头看发现反弹");
        done(page, "重开一轮");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("第 2 轮");
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(Pattern.compile("^准予销号，2023年12月10日"))).first()).isVisible();
        shot(page, "matter-second-round");
        return page;
    }

    private void comesBackUnchanged(Page page) throws IOException {
        place(page, "台账");
        page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("整改台账"))
                .first().click();
        shot(page, "register-at-the-end");
        Download file = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("导出 Excel")).click());
        place(page, "导入台账");
        shot(page, "imports-again");
        page.getByLabel("列入哪本台账").selectOption("整改台账");
        page.getByLabel("台账文件").setInputFiles(new FilePayload(file.suggestedFilename(), "", Files.readAllBytes(file.path())));
        press(page, "读取并预览");
        shot(page, "preview-again");
        press(page, "导入 0 件新事项");
        assertThat(page.getByText("新增 0 件，更新 0 件")).isVisible();
        shot(page, "imported-again");
    }

    /// After ninety days the password has to be another one before anything else is done.
    private Page signedInAfterMonths(String login) {
        var page = signedIn(login);
        shot(page, "password");
        page.getByLabel("现在的口令").fill(HealthOffice.PASSWORD);
        page.getByLabel("新口令", new Page.GetByLabelOptions().setExact(true)).fill(RENEWED);
        page.getByLabel("再输一次新口令").fill(RENEWED);
        press(page, "修改口令");
        return page;
    }

    private void shot(Page page, String name) {
        picture(page, "story-" + name);
    }
}
