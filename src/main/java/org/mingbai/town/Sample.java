package org.mingbai.town;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.SampleSignIns;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.shell.DataDirectory;
import org.mingbai.shell.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Founds the town before the first page is served, if the database is empty, and offers its sign-ins.
/// A database that holds another account is left as it is.
@Component
@ConditionalOnProperty("mingbai.sample")
class Sample implements SampleSignIns, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Sample.class);

    private final Tenants tenants;
    private final Accounts accounts;
    private final DataSource database;
    private final DataDirectory data;
    private final Clock clock;
    private boolean here;

    Sample(Tenants tenants, Accounts accounts, DataSource database, DataDirectory data, Clock clock) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.database = database;
        this.data = data;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var all = tenants.all();
        if (all.isEmpty()) {
            LOG.info("正在建立示例城镇，约需半分钟…… Founding the sample town, half a minute or so ...");
            new Town(database, data, clock).found();
            here = true;
        } else if (all.size() > 1 || !tenants.nameOf(all.getFirst()).orElse("").equals(Town.NAME)) {
            LOG.warn("{} 里已有别的账，不建示例城镇。 There is another account in it: no sample town.", data.path());
        } else {
            here = complete(all.getFirst());
        }
    }

    private boolean complete(TenantId tenant) {
        if (Town.signIns().stream().allMatch(it -> accounts.withLogin(tenant, it.login()).isPresent())) {
            return true;
        }
        LOG.warn("示例城镇上次没有建完：删去 {} 再启动一次。 The sample town was left half built: delete {} and start again.", data.path(), data.path());
        return false;
    }

    @Override
    public List<Offered> offered() {
        return here
                ? Town.signIns().stream().map(it -> new Offered(it.login(), it.password(), what(it))).toList()
                : List.of();
    }

    private static String what(Town.SignIn it) {
        return Words.t("town.sign-in." + it.figure().code(), it.figure().name());
    }
}
