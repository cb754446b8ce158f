package org.mingbai.shell.database;

import com.zaxxer.hikari.HikariDataSource;
import org.mingbai.shell.DataDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the pool. It depends on the server, so Spring closes the pool first and the server after it.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @ConditionalOnProperty(name = "mingbai.database.url", matchIfMissing = true, havingValue = "none")
    EmbeddedPostgres embeddedPostgres(DataDirectory data, DatabaseSettings settings) {
        var programs = settings.programs() == null ? data.resolve("programs") : settings.programs();
        return EmbeddedPostgres.start(data.path(), programs, settings.port());
    }

    @Bean
    HikariDataSource dataSource(DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
        var here = embedded.getIfAvailable();
        return here == null
                ? pool(settings, settings.url(), settings.user(), settings.password())
                : pool(settings, here.url(), here.user(), here.password());
    }

    private static HikariDataSource pool(DatabaseSettings settings, String url, String user, String password) {
        var pool = new HikariDataSource();
        pool.setPoolName("mingbai");
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setConnectionInitSql("set time zone '" + settings.sessionZone() + "'");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "mingbai");
        return pool;
    }
}
