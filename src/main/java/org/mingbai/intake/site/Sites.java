package org.mingbai.intake.site;

import java.util.List;
import java.util.Optional;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Finds the body whose public pages are asked for.
@Component
public class Sites {

    private static final int LISTED_MAX = 200;
    private static final String NUMBER = "[1-9][0-9]{0,8}";

    private final Tenants tenants;
    private final Registers registers;
    private final ObjectProvider<SitePart> parts;

    Sites(Tenants tenants, Registers registers, ObjectProvider<SitePart> parts) {
        this.tenants = tenants;
        this.registers = registers;
        this.parts = parts;
    }

    /// The one with that number, or the page that there is none.
    public Site of(String number) {
        return find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    public Optional<Site> find(String number) {
        return Optional.of(number).filter(it -> it.matches(NUMBER)).map(Integer::parseInt).map(TenantId::new).flatMap(this::site);
    }

    /// Those that take something from the public or show it something.
    public List<Site> all() {
        return tenants.all().stream().flatMap(tenant -> site(tenant).stream()).filter(Site::speaks).limit(LISTED_MAX).toList();
    }

    private Optional<Site> site(TenantId tenant) {
        return tenants.nameOf(tenant).map(name -> {
            var kept = registers.of(tenant);
            return new Site(tenant, name, kept.stream().filter(Register::open).toList(), kept.stream().anyMatch(Register::published),
                    parts.orderedStream().flatMap(part -> part.way(tenant).stream()).toList());
        });
    }
}
