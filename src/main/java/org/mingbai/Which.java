package org.mingbai;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;

/// Which account and which register somebody means: the one they name, or the only one there is.
final class Which {

    private Which() {}

    /// By its number or its whole name.
    static TenantId tenant(Tenants tenants, String asked) {
        var all = tenants.all();
        var meant = asked.isEmpty() ? all
                : all.stream().filter(tenant -> asked.equals(Integer.toString(tenant.value())) || asked.equals(name(tenants, tenant))).toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        if (all.isEmpty()) {
            throw new Misuse("这里还没有账。请先用 mingbai found 建账。", "There is no account yet. Begin one with mingbai found.");
        }
        var known = all.stream().map(tenant -> tenant.value() + " " + name(tenants, tenant)).collect(Collectors.joining("; "));
        throw asked.isEmpty()
                ? new Misuse("请用 --tenant 写明账户：" + known, "Say which account by --tenant: " + known)
                : new Misuse("没有账户“" + asked + "”。现有：" + known, "There is no account \"" + asked + "\". There are: " + known);
    }

    static String name(Tenants tenants, TenantId tenant) {
        return tenants.nameOf(tenant).orElse("");
    }

    /// By its code or its name in either language.
    static Register register(Registers registers, TenantId tenant, String asked) {
        var all = registers.of(tenant);
        var meant = asked.isEmpty() ? all
                : all.stream().filter(it -> List.of(it.code(), it.zh(), it.en()).contains(asked)).toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        var chinese = listed(all, Locale.SIMPLIFIED_CHINESE);
        var english = listed(all, Locale.ENGLISH);
        throw asked.isEmpty()
                ? new Misuse("请用 --register 写明台账：" + chinese, "Say which register by --register: " + english)
                : new Misuse("没有台账“" + asked + "”。现有：" + chinese, "There is no register \"" + asked + "\". There are: " + english);
    }

    private static String listed(List<Register> all, Locale language) {
        return all.stream().map(it -> it.code() + " " + it.name(language)).collect(Collectors.joining(language.equals(Locale.ENGLISH) ? "; " : "；"));
    }
}
