package org.mingbai.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Keeper;

/// The lifecycle of `VerbLife` as signed-in people send it: eight forms to a real port, with or without the page each leads to.
final class HttpLife {

    private static final int HANDLERS = 8;
    private static final String PASSWORD = "Lantern-7-measured";

    private final Visitor coordinator;
    private final List<Visitor> handlers;
    private final boolean withPages;
    private final AtomicInteger turn = new AtomicInteger();

    private HttpLife(Visitor coordinator, List<Visitor> handlers, boolean withPages) {
        this.coordinator = coordinator;
        this.handlers = handlers;
        this.withPages = withPages;
    }

    /// Everybody signs in anew: a session left alone since the last repeat has run out.
    static HttpLife signIn(Ledgers.Size size, boolean withPages) throws IOException {
        var town = size.town();
        var accounts = size.bean(Accounts.class);
        var by = Keeper.program(town.tenant, "bench");
        accounts.open(by, town.coordinator.person(), "office", PASSWORD, false);
        var handlers = new ArrayList<Visitor>();
        for (int i = 0; i < HANDLERS; i++) {
            accounts.open(by, town.handlers.get(i).person(), "handler" + i, PASSWORD, false);
            handlers.add(Visitor.signIn(size.port(), "handler" + i, PASSWORD));
        }
        return new HttpLife(Visitor.signIn(size.port(), "office", PASSWORD), handlers, withPages);
    }

    void live(Sample.Watch watch) throws Exception {
        int n = Math.floorMod(turn.incrementAndGet(), HANDLERS);
        var handler = handlers.get(n);
        var at = send(watch, coordinator, "raise", "/matters", Map.of("register", BenchTown.REGISTER, "title", "人民街路灯不亮",
                "text", "人民街" + n + "号路灯不亮，群众多次反映，影响出行和安全，请尽快处理。", "source", "群众反映", "channel", "hotline", "category", "城乡建设",
                "place", "人民街", "goal", "恢复正常使用"));
        send(watch, coordinator, "list", at + "/listing", Map.of("remark", "属实"));
        send(watch, coordinator, "assign", at + "/assignment", Map.of("lead", "第" + (n + 1) + "局", "leader", "张局长", "owners", "李明",
                "due", "BY_DATE", "dueDate", "2027-06-01", "requirement", "尽快办理"));
        send(watch, handler, "sign", at + "/receipt", Map.of());
        send(watch, handler, "plan", at + "/plan", Map.of("m0.text", "现场查看并修复，完成后拍照留存", "m0.kind", "CORRECTIVE", "m0.goal", "恢复正常使用",
                "m0.owner", "李明", "m0.due", "2027-06-01"));
        send(watch, handler, "progress", at + "/progress", Map.of("text", "已到现场查看，正在备料", "percent1", "50"));
        send(watch, handler, "evidence", at + "/evidence", Map.of("measures", "1", "note", "修复前后均已查看"));
        send(watch, handler, "claim", at + "/closure-claim", Map.of("outcome", "SOLVED", "whatWasDone", "路灯已修复并恢复照明"));
    }

    private String send(Sample.Watch watch, Visitor who, String act, String path, Map<String, String> fields) throws Exception {
        var all = new HashMap<>(fields);
        all.put("key", UUID.randomUUID().toString());
        var next = watch.time(act, () -> who.post(path, all));
        if (withPages) {
            watch.time("matter page", () -> who.page(next));
        }
        return next;
    }

    void look(Sample.Watch watch, String page) throws Exception {
        watch.time("page", () -> coordinator.page(page));
    }

    /// How many rows a CSV file has.
    long rows(String file) throws IOException {
        return coordinator.rows(file);
    }

    void lookAsHandler(Sample.Watch watch, String page) throws Exception {
        watch.time("page", () -> handlers.getFirst().page(page));
    }
}
