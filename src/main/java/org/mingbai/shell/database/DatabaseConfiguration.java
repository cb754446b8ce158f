package org.mingbai.shell.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.DataDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/// Opens the pool. It depends on the server, so Spring closes the pool first and the server after it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /// Tried once: a wrong password does not become right by waiting, and a service manager starts us again.
    private static final int CONNECT_MS_MAX = 1;

    static final int VERSION_LEAST = 18;

    @Bean
    @Conditional(NoAddressGiven.class)
    EmbeddedPostgres embeddedPostgres(DataDirectory data, DatabaseSettings settings) {
        var programs = settings.programs() == null ? data.resolve("programs") : settings.programs();
        return EmbeddedPostgres.start(data.path(), programs, settings.port(), settings.passing());
    }

    @Bean
    HikariDataSource dataSource(DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
        var here = embedded.getIfAvailable();
        var pool = here == null
                ? pool(settings, settings.url(), settings.user(), settings.password())
                : pool(settings, here.url(), here.user(), here.password());
        try (var tried = pool.getConnection()) {
            newEnough(tried.getMetaData().getDatabaseMajorVersion());
            return pool;
        } catch (DatabaseRefused tooOld) {
            pool.close();
            throw tooOld;
        } catch (SQLException e) {
            pool.close();
            throw new DatabaseRefused(
                    "连不上数据库 " + pool.getJdbcUrl() + "（用户 " + pool.getUsername() + "）：" + reason(e)
                            + "。请检查 mingbai.database.url、user、password 这几项设置。",
                    "No connection to the database " + pool.getJdbcUrl() + " as " + pool.getUsername()
                            + ". Check the settings mingbai.database.url, user and password.", e);
        }
    }

    /// What leaves the counts is read by `returning old`, which came with version 18.
    static void newEnough(int version) {
        if (version < VERSION_LEAST) {
            throw new DatabaseRefused("这个 PostgreSQL 是 " + version + " 版，明白账要 " + VERSION_LEAST + " 版或更新的。",
                    "This PostgreSQL is version " + version + "; Mingbai needs version " + VERSION_LEAST + " or newer.");
        }
    }

    private static @Nullable String reason(SQLException e) {
        return (e.getCause() == null ? e : e.getCause()).getMessage();
    }

    private static HikariDataSource pool(DatabaseSettings settings, String url, String user, String password) {
        var pool = new PatientPool();
        pool.setPoolName("mingbai");
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setConnectionInitSql("set time zone '" + settings.sessionZone() + "'");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "mingbai");
        pool.addDataSourceProperty(EmbeddedPostgres.DETAIL, "false");
        // Connections come as they are needed, and the first one says whether there is a database at all.
        pool.setInitializationFailTimeout(CONNECT_MS_MAX);
        return pool;
    }

    /// An empty address is none: a container's settings often name everything and leave blank what is not used.
    static final class NoAddressGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("mingbai.database.url"));
        }
    }
}
