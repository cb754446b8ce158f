package org.mingbai.verdict.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.verdict.VerdictScene.named;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.SettableClock;
import org.mingbai.directory.Keeper;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Drawing;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Verdict;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.verdict.VerdictScene;
import org.mingbai.verdict.Verdicts;
import org.mingbai.verdict.callback.Attempt;
import org.mingbai.verdict.callback.CallBacks;
import org.mingbai.verdict.callback.Filled;
import org.mingbai.verdict.draw.Draws;
import org.mingbai.verdict.draw.Sampling;
import org.mingbai.verdict.exclusion.Exclusion;
import org.mingbai.verdict.exclusion.ExclusionAnswer;
import org.mingbai.verdict.exclusion.Exclusions;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of call-backs, exclusions, look-backs and rates, looked at as their readers do.
@MingbaiTest
class VerdictLooksTest extends BrowserTest {

    @Autowired LedgerScene scene;
    @Autowired VerdictScene verdict;
    @Autowired SettableClock clock;
    @Autowired Ledger ledger;
    @Autowired CallBacks callBacks;
    @Autowired Verdicts verdicts;
    @Autowired Exclusions exclusions;
    @Autowired Draws draws;

    private void look(Page page, String name, String... paths) {
        for (var path : paths) {
            page.navigate(path);
            picture(page, name + path.replaceAll("[^a-z]+", "-"));
            fitsItsWidth(page);
            isAccessible(page);
        }
    }

    @Test
    void every_page_fits_and_is_accessible_on_every_screen_in_both_languages() {
        var cast = scene.cast();
        draws.put(Keeper.of(cast.coordinator(), ""), new Sampling(Drawing.VERDICT, "rectification", 2, new BigDecimal("0.5"), "镇政发〔2026〕3号",
                YearMonth.of(2026, 4)));
        verdict.closed(cast, named("河西自来水"));
        clock.set(LedgerScene.BEGAN);
        var judged = verdict.awaiting(cast, named("东门井盖"));
        verdict.says(cast, judged, Verdict.Solved.NOT, Verdict.Satisfied.DISSATISFIED);
        scene.act(cast.roadsHandler(), judged, new Act.Note("法院已立案"));
        clock.set(LedgerScene.BEGAN);
        var waiting = verdict.awaiting(cast, named("中山路路灯"));
        var answer = verdicts.ofMatter(cast.roadsHandler(), judged).getFirst();
        var form = "/exclusions/new?matter=" + judged.value() + "&verdict=" + answer.askedSeq();
        callBacks.fill(cast.verdictTaker(), waiting, new Filled(Attempt.Channel.CALL, "zh", false, null, null, null, "无人接听", false), UUID.randomUUID());
        var asks = scene.login(cast.verdictTaker());
        var keeps = scene.login(cast.coordinator());
        var decides = scene.login(cast.approver());
        var unit = scene.login(cast.roadsHandler());
        for (var reader : new Reader[] {Reader.atDesk(), Reader.onPhone(), Reader.onPhone().english()}) {
            var name = "verdict-" + reader.width() + "-" + reader.locale().substring(0, 2);
            look(signedIn(reader, unit, "/rates"), name, form);
            look(signedIn(reader, asks, "/callbacks"), name, "/callbacks", "/callbacks/" + waiting.value(),
                    "/callbacks/" + waiting.value() + "/paper?language=" + reader.locale().substring(0, 2), "/look-backs");
            look(signedIn(reader, keeps, "/rates"), name, "/rates?month=2026-03", "/rates/cases?month=2026-03&of=due",
                    "/callbacks/rules?register=rectification",
                    "/matters/" + judged.value());
        }
        var it = ((ExclusionAnswer.Done) exclusions.ask(cast.roadsHandler(), new Exclusions.Asked(judged, answer.askedSeq(), Exclusion.Reason.LEGAL_ROUTE,
                "反映人已起诉", exclusions.evidence(cast.roadsHandler(), judged).getLast().seq(), List.of()), UUID.randomUUID())).exclusion();
        for (var reader : new Reader[] {Reader.atDesk(), Reader.onPhone().english()}) {
            look(signedIn(reader, decides, "/exclusions"), "verdict-" + reader.width(), "/exclusions", "/exclusions/" + it.id());
        }
    }

    @Test
    void somebody_is_called_back_with_the_keyboard_alone() {
        var cast = scene.cast();
        var id = verdict.awaiting(cast, named("中山路路灯"));
        var page = signedIn(Reader.atDesk(), scene.login(cast.verdictTaker()), "/callbacks/" + id.value());
        for (var field : new String[] {"#f-reached", "#f-heard", "#f-solved", "#f-satisfied"}) {
            page.locator(field).focus();
            page.keyboard().press("Space");
        }
        page.locator("#f-words").focus();
        page.keyboard().type("亮了，谢谢");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/callbacks"));
        var matter = ledger.matter(cast.coordinator(), id).orElseThrow();
        assertThat(matter.stage().named()).isEqualTo(StageName.AWAITING_CLOSURE);
        assertThat(matter.round().verdict()).isEqualTo(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.VERY_SATISFIED, "亮了，谢谢", true));
    }
}
