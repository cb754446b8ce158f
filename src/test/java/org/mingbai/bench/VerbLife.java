package org.mingbai.bench;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Subject;
import org.mingbai.library.Library;

/// A lifecycle of eight acts through the public verbs: raise, list, assign, sign, plan, progress, evidence, claim.
final class VerbLife {

    private final Ledger ledger;
    private final Library library;
    private final BenchTown town;
    private final boolean withFile;
    private final AtomicInteger turn = new AtomicInteger();

    VerbLife(Ledger ledger, Library library, BenchTown town, boolean withFile) {
        this.ledger = ledger;
        this.library = library;
        this.town = town;
        this.withFile = withFile;
    }

    void live(Sample.Watch watch) throws Exception {
        int n = Math.floorMod(turn.incrementAndGet(), BenchTown.BUREAUS);
        var handler = town.handlers.get(n);
        var due = Deadline.by(LocalDate.of(2027, 6, 1));
        var id = watch.time("raise", () -> ((Answer.Done) ledger.raise(town.coordinator, BenchTown.REGISTER,
                new Subject("人民街路灯不亮", "人民街" + n + "号路灯不亮，群众多次反映，影响出行和安全，请尽快处理。", null, "群众反映", "hotline", "城乡建设", "人民街", null,
                        "恢复正常使用", Map.of()), UUID.randomUUID())).matter().id());
        act(watch, "list", town.coordinator, id, new Act.PutOnList("属实"));
        act(watch, "assign", town.coordinator, id, new Act.Assign(
                new Assignment(town.bureaus.get(n), "张局长", List.of("李明"), List.of(), due, "尽快办理")));
        act(watch, "sign", handler, id, new Act.Sign());
        act(watch, "plan", handler, id, new Act.Plan(List.of(
                new Measure(0, Measure.Kind.CORRECTIVE, "现场查看并修复，完成后拍照留存", "恢复正常使用", "李明", due, 0, null, null))));
        watch.time("progress", () -> done(ledger.act(handler, id, new Act.ReportProgress("已到现场查看，正在备料", Map.of(1, 50), files(handler)),
                UUID.randomUUID(), null)));
        act(watch, "evidence", handler, id, new Act.AttachEvidence(List.of(1), List.of(), "修复前后均已查看"));
        act(watch, "claim", handler, id, new Act.ClaimClosure(Outcome.SOLVED, "路灯已修复并恢复照明"));
    }

    private List<Evidence.File> files(SignedIn who) throws Exception {
        if (!withFile) {
            return List.of();
        }
        var content = new byte[20 * 1024];
        ThreadLocalRandom.current().nextBytes(content);
        var kept = library.keep(town.tenant, who.person(), "photo.bin", new ByteArrayInputStream(content));
        return List.of(new Evidence.File(kept.sha256(), kept.name(), kept.mediaType(), kept.size()));
    }

    private void act(Sample.Watch watch, String name, SignedIn who, MatterId id, Act act) throws Exception {
        watch.time(name, () -> done(ledger.act(who, id, act, UUID.randomUUID(), null)));
    }

    private static Answer done(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
        return answer;
    }
}
