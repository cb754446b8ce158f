package org.mingbai.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Logins;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.LookBackMethod;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Verdict;
import org.mingbai.library.FileRefused;
import org.mingbai.library.Library;

/// A lamp in a small town, driven through the public verbs on the days it needs, and sign-ins for the people concerned.
public class MatterScene {

    public static final String PASSWORD = Bureau.PASSWORD;

    private final SmallTown town;
    private final Ledger ledger;
    private final Library library;
    private final Logins logins;
    private final SettableClock clock;

    MatterScene(SmallTown town, Ledger ledger, Library library, Logins logins, SettableClock clock) {
        this.town = town;
        this.ledger = ledger;
        this.library = library;
        this.logins = logins;
        this.clock = clock;
    }

    public SmallTown.Cast cast() {
        return town.layOut();
    }

    /// A login for somebody of the cast.
    public String login(SignedIn who) {
        return logins.of(who);
    }

    public MatterId raised(SmallTown.Cast cast) {
        return raised(cast, "rectification", "中山路 12 号门前路灯不亮已有两周");
    }

    public MatterId raised(SmallTown.Cast cast, String register, String title) {
        var subject = new Subject(title, "晚上六点以后从菜市场到小学这一段全黑，接孩子的老人摔过一跤。\n打过两次电话，说在排队。", "2026-018", "走访",
                "上门走访", "市政设施", "中山路", null, "路灯恢复照明，三个月内不再熄灭", Map.of());
        return ((Answer.Done) ledger.raise(cast.coordinator(), register, subject, UUID.randomUUID())).matter().id();
    }

    public MatterId assigned(SmallTown.Cast cast) {
        var id = raised(cast);
        act(cast.coordinator(), id, new Act.PutOnList("走访记录属实"));
        clock.set(clock.today().plusDays(1));
        act(cast.coordinator(), id, new Act.Assign(new Assignment(cast.roads(), "王镇长", List.of("李明"), List.of(cast.water()),
                Deadline.by(clock.today().plusDays(20)), "先恢复照明，再查线路")));
        return id;
    }

    public MatterId working(SmallTown.Cast cast) {
        var id = assigned(cast);
        act(cast.roadsHandler(), id, new Act.Sign());
        clock.set(clock.today().plusDays(2));
        act(cast.roadsHandler(), id, new Act.Plan(List.of(
                new Measure(0, Measure.Kind.CONTAINMENT, "更换损坏的灯泡 6 只", "当晚亮灯", "李明", Deadline.by(clock.today().plusDays(3)), 0, null, null),
                new Measure(0, Measure.Kind.CORRECTIVE, "更换老化线路 300 米", "不再跳闸", "李明", Deadline.by(clock.today().plusDays(15)), 0, null, null),
                new Measure(0, Measure.Kind.PREVENTIVE, "每月夜巡一次并公示巡查表", null, "张丽", Deadline.longTerm(), 0, null, null))));
        clock.set(clock.today().plusDays(3));
        act(cast.roadsHandler(), id, new Act.ReportProgress("灯泡已全部更换，线路材料到位。", Map.of(1, 100, 2, 40),
                List.of(picture(cast.roadsHandler(), "换灯前.png", Color.DARK_GRAY), picture(cast.roadsHandler(), "换灯后.png", new Color(0xE8C468)))));
        return id;
    }

    public MatterId claimed(SmallTown.Cast cast) {
        var id = working(cast);
        clock.set(clock.today().plusDays(6));
        act(cast.roadsHandler(), id, new Act.AttachEvidence(List.of(1), List.of(picture(cast.roadsHandler(), "夜间照明.png", new Color(0xD9A441))),
                null));
        act(cast.roadsHandler(), id, new Act.AttachEvidence(List.of(2, 3), List.of(text(cast.roadsHandler(), "夜巡记录表.txt")), "三次夜巡均正常"));
        act(cast.roadsHandler(), id, new Act.ClaimClosure(Outcome.SOLVED, "灯泡 6 只、线路 300 米已更换，夜巡三次正常。"));
        return id;
    }

    public MatterId closed(SmallTown.Cast cast) {
        var id = claimed(cast);
        clock.set(clock.today().plusDays(1));
        act(cast.hallChecker(), id, new Act.PassReview("现场看过，全部亮灯"));
        act(cast.checker(), id, new Act.PassReview(null));
        clock.set(clock.today().plusDays(6));
        act(cast.coordinator(), id, new Act.EndNotice());
        act(cast.verdictTaker(), id, new Act.RecordVerdict(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, "现在亮了，谢谢。")));
        act(cast.approver(), id, new Act.Close(Outcome.SOLVED, "同意销号", "电话告知反映人"));
        return id;
    }

    /// Closed, gone dark again, and being worked on for the second time.
    public MatterId relapsed(SmallTown.Cast cast) {
        var id = closed(cast);
        clock.set(clock.today().plusDays(92));
        act(cast.verdictTaker(), id, new Act.LookBack(false, LookBackMethod.SITE_VISIT, "第三盏又不亮了，接线盒进水。"));
        act(cast.coordinator(), id, new Act.Reopen("回头看发现反弹"));
        clock.set(clock.today().plusDays(1));
        act(cast.coordinator(), id, new Act.Assign(new Assignment(cast.roads(), "王镇长", List.of("李明"), List.of(),
                Deadline.by(clock.today().plusDays(14)), "查清进水原因")));
        act(cast.roadsHandler(), id, new Act.Sign());
        clock.set(clock.today().plusDays(3));
        act(cast.roadsHandler(), id, new Act.Plan(List.of(
                new Measure(0, Measure.Kind.CONTAINMENT, "更换进水的接线盒", "当晚亮灯", "李明", Deadline.by(clock.today().plusDays(2)), 0, null, null),
                new Measure(0, Measure.Kind.PREVENTIVE, "全路段接线盒加装防水罩", "三个月内无同类故障", "李明", Deadline.by(clock.today().plusDays(9)), 0, null, null))));
        act(cast.roadsHandler(), id, new Act.AttachEvidence(List.of(1), List.of(picture(cast.roadsHandler(), "新接线盒.png", new Color(0x5B7F95))),
                null));
        clock.set(clock.today().plusDays(4));
        act(cast.roadsHandler(), id, new Act.ReportProgress("防水罩装了一半，下周装完。", Map.of(1, 100, 2, 50), List.of()));
        act(cast.coordinator(), id, new Act.Correct(1, Subject.Item.PLACE, "中山路 8 号至 20 号", "登记时少写了门牌"));
        return id;
    }

    public void act(SignedIn who, MatterId id, Act act) {
        assertThat(ledger.act(who, id, act, UUID.randomUUID(), null)).as(act.toString()).isInstanceOf(Answer.Done.class);
    }

    public Evidence.File picture(SignedIn who, String name, Color colour) {
        var image = new BufferedImage(640, 420, BufferedImage.TYPE_INT_RGB);
        var paper = image.createGraphics();
        paper.setPaint(new java.awt.GradientPaint(0, 0, colour.darker(), 640, 420, colour.brighter()));
        paper.fillRect(0, 0, 640, 420);
        paper.setColor(Color.WHITE);
        paper.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 48));
        paper.drawString(name.replace(".png", ""), 60, 220);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept(who, name, bytes.toByteArray());
    }

    public Evidence.File text(SignedIn who, String name) {
        return kept(who, name, ("夜巡 " + UUID.randomUUID()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Evidence.File kept(SignedIn who, String name, byte[] bytes) {
        try {
            var file = library.keep(who.tenant(), who.person(), name, new ByteArrayInputStream(bytes));
            return new Evidence.File(file.sha256(), file.name(), file.mediaType(), file.size());
        } catch (FileRefused e) {
            throw new AssertionError(e);
        }
    }

    public void startOn(LocalDate day) {
        clock.set(day);
    }

}
