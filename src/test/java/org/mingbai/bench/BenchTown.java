package org.mingbai.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.mingbai.directory.Answer;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationKind;
import org.mingbai.directory.Organisations;
import org.mingbai.directory.People;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.Span;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Origin;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Taken;
import org.mingbai.ledger.TakingOver;
import org.mingbai.supervision.RulePack;
import org.mingbai.supervision.TimeRules;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/// A county with forty bureaus and a ledger of a chosen size, loaded the way an import loads it.
final class BenchTown {

    static final String REGISTER = "rectification";
    static final int BUREAUS = 40;

    private static final int BATCH = 5000;
    private static final List<String> PROBLEMS = List.of("路灯不亮", "下水道堵塞", "候车亭漏雨", "电梯经常停运", "消防通道被占用", "门诊排队时间长", "公示栏长期未更新", "村道破损");
    private static final List<String> PLACES = List.of("中山路", "人民街", "东风巷", "胜利小区", "河东村", "新华社区", "学府路", "北门市场");

    final TenantId tenant;
    final OrganisationId office;
    final List<OrganisationId> bureaus;
    final SignedIn coordinator;
    final List<SignedIn> handlers;

    private final ApplicationContext product;

    private BenchTown(ApplicationContext product, TenantId tenant, OrganisationId office, List<OrganisationId> bureaus,
            SignedIn coordinator, List<SignedIn> handlers) {
        this.product = product;
        this.tenant = tenant;
        this.office = office;
        this.bureaus = bureaus;
        this.coordinator = coordinator;
        this.handlers = handlers;
    }

    static BenchTown found(ApplicationContext product) {
        var tenant = product.getBean(Tenants.class).found("Bench");
        var organisations = product.getBean(Organisations.class);
        var by = Keeper.program(tenant, "bench");
        var longAgo = Span.from(LocalDate.of(2020, 1, 1));
        var hall = done(organisations.found(by, Optional.empty(), Organisations.Description.of("县政府", OrganisationKind.GOVERNMENT), longAgo, Optional.empty()));
        var office = done(organisations.found(by, Optional.of(hall), Organisations.Description.of("督查室", OrganisationKind.OFFICE), longAgo, Optional.empty()));
        var bureaus = new ArrayList<OrganisationId>();
        var handlers = new ArrayList<SignedIn>();
        for (int i = 1; i <= BUREAUS; i++) {
            var bureau = done(organisations.found(by, Optional.of(hall), Organisations.Description.of("第" + i + "局", OrganisationKind.DEPARTMENT),
                    longAgo, Optional.empty()));
            bureaus.add(bureau);
            handlers.add(person(product, by, "经办" + i, bureau, Role.HANDLER));
        }
        product.getBean(Registers.class).layOut(tenant, office);
        product.getBean(TimeRules.class).found(by, RulePack.shipped(RulePack.AT_FOUNDING).orElseThrow(), longAgo.first());
        return new BenchTown(product, tenant, office, bureaus, person(product, by, "协调员", office, Role.COORDINATOR), handlers);
    }

    /// The town of an earlier run.
    static BenchTown known(ApplicationContext product) {
        var directory = product.getBean(Directory.class);
        var tenant = new TenantId(1);
        var bureaus = new ArrayList<OrganisationId>();
        var handlers = new ArrayList<SignedIn>();
        for (int i = 1; i <= BUREAUS; i++) {
            bureaus.add(directory.unitsMeant(tenant, "第" + i + "局").getFirst());
            handlers.add(named(directory, tenant, "经办" + i));
        }
        return new BenchTown(product, tenant, directory.unitsMeant(tenant, "督查室").getFirst(), bureaus, named(directory, tenant, "协调员"), handlers);
    }

    private static SignedIn named(Directory directory, TenantId tenant, String name) {
        return directory.actingAs(tenant, directory.peopleNamed(tenant, name).getFirst().id()).orElseThrow();
    }

    private static SignedIn person(ApplicationContext product, Keeper by, String name, OrganisationId unit, Role role) {
        var people = product.getBean(People.class);
        var id = done(people.add(by, name));
        done(people.givePost(by, id, new Seat(unit, role), name, Span.from(LocalDate.of(2020, 1, 1))));
        return product.getBean(Directory.class).actingAs(by.tenant(), id).orElseThrow();
    }

    private static <T> T done(Answer<T> answer) {
        return ((Answer.Done<T>) answer).value();
    }

    /// So many matters, of which so many are open, the open ones spread evenly among them.
    void load(int matters, int open) {
        load(matters, open, i -> problem(i) + "，群众多次反映，影响出行和安全，请尽快处理。");
    }

    /// @param text what each says
    void load(int matters, int open, IntFunction<String> text) {
        var taking = product.getBean(TakingOver.class);
        var transaction = product.getBean(TransactionTemplate.class);
        for (int from = 0; from < matters; from += BATCH) {
            var rows = new ArrayList<TakingOver.Row>();
            for (int i = from; i < Math.min(matters, from + BATCH); i++) {
                rows.add(row(i, text.apply(i), (long) i * open / matters == (long) (i + 1) * open / matters));
            }
            transaction.executeWithoutResult(_ -> taking.all(coordinator, REGISTER, rows));
        }
    }

    private static String problem(int i) {
        return PLACES.get(i % PLACES.size()) + (i % 977) + "号" + PROBLEMS.get(i / 8 % PROBLEMS.size());
    }

    private TakingOver.Row row(int i, String text, boolean closed) {
        var due = LocalDate.of(2026, 1, 1).plusDays(i % 400);
        var measures = List.of(
                new Measure(1, Measure.Kind.CORRECTIVE, "现场查看并修复，完成后拍照留存", "恢复正常使用", "李明", Deadline.by(due), closed ? 100 : 40, null, null),
                new Measure(2, Measure.Kind.PREVENTIVE, "列入每月巡查，发现即修", null, "王芳", null, closed ? 100 : 0, null, null));
        var to = new Assignment(bureaus.get(bureauOf(i)), "张局长", List.of("李明", "王芳"), List.of(), Deadline.by(due), null);
        return new TakingOver.Row(UUID.randomUUID(),
                new Subject(problem(i), text, Integer.toString(i + 1), "群众反映", "hotline", "城乡建设", PLACES.get(i % 8),
                        null, "恢复正常使用", Map.of()),
                new Origin("bench.xlsx", "Sheet1", i + 2),
                new Taken(to, null, measures, closed ? "已完成" : "正在推进", closed));
    }

    /// Mixed, so that no bureau has all the open ones.
    private static int bureauOf(int i) {
        return (int) ((i * 2_654_435_761L >>> 12) % BUREAUS);
    }
}
