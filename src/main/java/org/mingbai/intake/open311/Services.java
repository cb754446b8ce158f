package org.mingbai.intake.open311;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The kinds of request that bodies take from programs.
@Component
public class Services {

    static final int LINE_MAX = 80;
    static final int TEXT_MAX = 400;
    static final int SERVICES_MAX = 500;

    private final ServiceTable table;
    private final Registers registers;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Services(ServiceTable table, Registers registers, AuditTrail audit, PlatformTransactionManager transactions) {
        this.table = table;
        this.registers = registers;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// All, also what is not offered now.
    public List<Service> of(TenantId tenant) {
        return table.of(tenant);
    }

    /// What is listed and taken now: only on registers that are open to the public.
    public List<Service> offered(TenantId tenant) {
        var open = registers.of(tenant).stream().filter(Register::open).map(Register::code).toList();
        return table.of(tenant).stream().filter(service -> service.offered() && open.contains(service.register())).toList();
    }

    public Optional<Service> offered(TenantId tenant, String code) {
        return offered(tenant).stream().filter(service -> service.code().equals(code)).findFirst();
    }

    /// A field of the form, and the key of what is wrong with it.
    public record Flaw(String field, String key, List<Object> args) {}

    /// Puts a service as it is from now on. Nothing of its requests changes.
    /// @return what is wrong with it; empty when it is kept
    public List<Flaw> put(Keeper by, Service service) {
        var flaws = flaws(by.tenant(), service);
        if (flaws.isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                var before = table.of(by.tenant()).stream().filter(it -> it.code().equals(service.code())).findFirst();
                table.put(by.tenant(), service);
                audit.channelChanged(by, "open311/" + service.code(), before.map(Services::told).orElse(Map.of()), told(service));
            });
        }
        return flaws;
    }

    private List<Flaw> flaws(TenantId tenant, Service service) {
        var flaws = new ArrayList<Flaw>();
        if (!Service.isCode(service.code())) {
            flaws.add(new Flaw("code", "intake.service.wrong.code", List.of()));
        }
        if (registers.register(tenant, service.register()).isEmpty()) {
            flaws.add(new Flaw("register", "intake.refusal.Missing", List.of()));
        }
        line(flaws, "zh", service.name().zh(), true);
        line(flaws, "en", service.name().en(), true);
        line(flaws, "category", service.category(), false);
        line(flaws, "group", service.group(), false);
        text(flaws, "saysZh", service.description().zh());
        text(flaws, "saysEn", service.description().en());
        text(flaws, "keywords", service.keywords());
        if (table.of(tenant).size() >= SERVICES_MAX && table.of(tenant).stream().noneMatch(it -> it.code().equals(service.code()))) {
            flaws.add(new Flaw("", "intake.service.wrong.many", List.of(SERVICES_MAX)));
        }
        return flaws;
    }

    private static void line(List<Flaw> flaws, String field, String line, boolean needed) {
        if (needed && !Visible.says(line)) {
            flaws.add(new Flaw(field, "intake.refusal.Missing", List.of()));
        } else if (line.length() > LINE_MAX) {
            flaws.add(new Flaw(field, "intake.refusal.TooLong", List.of(LINE_MAX)));
        }
    }

    private static void text(List<Flaw> flaws, String field, String text) {
        if (text.length() > TEXT_MAX) {
            flaws.add(new Flaw(field, "intake.refusal.TooLong", List.of(TEXT_MAX)));
        }
    }

    private static Map<String, String> told(Service service) {
        return Map.of("name", service.name().zh(), "register", service.register(), "offered", Boolean.toString(service.offered()));
    }
}
