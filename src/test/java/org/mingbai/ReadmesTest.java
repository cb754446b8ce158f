package org.mingbai;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/// The two first pages name the same settings and verbs, and these are what the program knows.
class ReadmesTest {

    private static final Path ENGLISH = Path.of("README.md");
    private static final Path CHINESE = Path.of("README.zh-CN.md");

    private static final Pattern NAMED = Pattern.compile("`(--[a-z][a-z0-9.-]+|\\.[a-z][a-z0-9-]+)`");
    private static final Pattern CALLED = Pattern.compile("(?m)^bin/mingbai ([a-z-]+)");

    /// What the program sets for itself, and what is there for trying it out.
    private static final Set<String> NOBODYS = Set.of("mingbai.database.passing", "mingbai.database.session-zone", "mingbai.telling.loopback");

    /// The framework's, which say what only whoever runs it can know.
    private static final Set<String> THE_FRAMEWORKS = Set.of("server.forward-headers-strategy", "server.servlet.session.cookie.name",
            "logging.structured.format.console");

    @Test
    void both_name_every_setting_there_is_and_no_other() throws Exception {
        var there = settings();
        there.addAll(THE_FRAMEWORKS);
        there.removeAll(NOBODYS);
        assertThat(settingsIn(ENGLISH)).containsExactlyInAnyOrderElementsOf(there);
        assertThat(settingsIn(CHINESE)).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void both_show_every_verb_there_is_and_no_other() throws IOException {
        var verbs = Mingbai.VERBS.stream().map(Verb::name).toList();
        assertThat(verbsIn(ENGLISH)).containsExactlyInAnyOrderElementsOf(verbs);
        assertThat(verbsIn(CHINESE)).containsExactlyInAnyOrderElementsOf(verbs);
    }

    private static Set<String> verbsIn(Path page) throws IOException {
        return CALLED.matcher(Files.readString(page)).results().map(found -> found.group(1)).collect(toCollection(TreeSet::new));
    }

    /// A name that begins with a dot goes on from the one before it.
    private static Set<String> settingsIn(Path page) throws IOException {
        var named = new TreeSet<String>();
        for (var row : Files.readAllLines(page).stream().filter(line -> line.startsWith("| `--")).toList()) {
            var before = "";
            for (var name : NAMED.matcher(row).results().map(found -> found.group(1)).toList()) {
                if (name.startsWith("--")) {
                    before = name.substring(2, name.lastIndexOf('.'));
                }
                named.add(name.startsWith("--") ? name.substring(2) : before + name);
            }
        }
        return named;
    }

    private static Set<String> settings() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var settings = new TreeSet<String>();
        for (var found : scanner.findCandidateComponents("org.mingbai")) {
            var type = Class.forName(found.getBeanClassName());
            var prefix = type.getAnnotation(ConfigurationProperties.class).value();
            Arrays.stream(type.getRecordComponents()).forEach(part -> settings.add(prefix + "." + dashed(part.getName())));
        }
        return settings;
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
