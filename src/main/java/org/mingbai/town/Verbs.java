package org.mingbai.town;

import java.time.Clock;
import javax.sql.DataSource;
import org.mingbai.shell.DataDirectory;
import org.mingbai.shell.database.Attempts;
import org.mingbai.shell.database.Copy;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// The product's verbs a second time, over the same database and files but with the town's own clock.
/// They live only while the town is founded. What is not asked for is never made: no page, no job of the background.
final class Verbs implements AutoCloseable {

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @ComponentScan(
            basePackages = {"org.mingbai.shell.keys", "org.mingbai.directory", "org.mingbai.library", "org.mingbai.ledger", "org.mingbai.pattern",
                    "org.mingbai.intake", "org.mingbai.supervision", "org.mingbai.verdict", "org.mingbai.activity", "org.mingbai.reporting"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"))
    static class Modules {}

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

    Verbs(DataSource database, DataDirectory data, Clock clock) {
        var jdbc = new JdbcTemplate(database);
        var transactions = new JdbcTransactionManager(database);
        beans.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        beans.registerBean(JdbcTemplate.class, () -> jdbc);
        beans.registerBean(Copy.class, () -> new Copy(database, jdbc));
        beans.registerBean(JdbcClient.class, () -> JdbcClient.create(jdbc));
        beans.registerBean(PlatformTransactionManager.class, () -> transactions);
        beans.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        beans.registerBean(DataDirectory.class, () -> data);
        beans.registerBean(Clock.class, () -> clock);
        beans.register(Attempts.class, Modules.class);
        beans.refresh();
    }

    <T> T get(Class<T> verb) {
        return beans.getBean(verb);
    }

    @Override
    public void close() {
        beans.close();
    }
}
