package org.mingbai.shell;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/// The shell without the other modules and without a database: open to all, under the strictest content policy.
@EnableAutoConfiguration(excludeName = {
    "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
    "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
})
@ComponentScan(basePackages = "org.mingbai.shell", excludeFilters = {
    @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
    @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.mingbai\\.shell\\.((backup|database|draft|keys|watch)\\..*|Settings.*)")
})
@Import(SampleFrame.class)
class ShellAlone {}
