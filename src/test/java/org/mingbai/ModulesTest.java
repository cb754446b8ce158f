package org.mingbai;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The cut of the product: ten modules, imports one way.
class ModulesTest {

    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final Pattern PICTURE = Pattern.compile("(?s)(<!-- picture -->\n).*?(<!-- /picture -->)");

    /// Each module, and the modules it may know. Nobody knows one further down, save `intake`, which asks `pattern`
    /// for likely duplicates while a clerk is still writing, and `verdict`, which asks those whom `intake` knows.
    private static final Map<String, List<String>> MAY_KNOW = new LinkedHashMap<>();

    static {
        MAY_KNOW.put("shell", List.of());
        MAY_KNOW.put("directory", List.of("shell"));
        MAY_KNOW.put("library", List.of("shell", "directory"));
        MAY_KNOW.put("ledger", List.of("shell", "directory", "library"));
        MAY_KNOW.put("pattern", List.of("shell", "directory", "library", "ledger"));
        MAY_KNOW.put("intake", List.of("shell", "directory", "library", "ledger", "pattern"));
        MAY_KNOW.put("supervision", List.of("shell", "directory", "library", "ledger"));
        MAY_KNOW.put("verdict", List.of("shell", "directory", "library", "ledger", "intake"));
        MAY_KNOW.put("activity", List.of("shell", "directory", "library", "ledger"));
        MAY_KNOW.put("reporting", List.of("shell", "directory", "library", "ledger", "pattern", "intake", "supervision", "verdict", "activity"));
        MAY_KNOW.put("town", MAY_KNOW.keySet().stream().toList());
    }

    private static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.mingbai");

    private final ApplicationModules modules = ApplicationModules.of(Mingbai.class);

    @Test
    void a_module_knows_only_the_doors_it_may_know() {
        modules.verify();
    }

    @Test
    void every_module_is_one_of_the_ten_or_the_sample_town() {
        assertThat(modules.stream().map(it -> it.getIdentifier().toString())).isSubsetOf(MAY_KNOW.keySet());
    }

    @Test
    void every_module_states_whom_it_may_know_and_takes_no_more_than_its_place() {
        assertThat(modules.stream().filter(it -> !it.getIdentifier().toString().equals("town"))).allSatisfy(module -> {
            var stated = statedBy(module.getBasePackage().getName());
            assertThat(stated).as("@ApplicationModule(allowedDependencies) on the package-info of %s", module.getIdentifier()).isNotNull();
            assertThat(stated.stream().map(it -> it.split("::")[0].strip()))
                    .as("allowedDependencies of %s", module.getIdentifier())
                    .isSubsetOf(MAY_KNOW.get(module.getIdentifier().toString()));
        });
    }

    @Test
    void the_picture_in_the_architecture_page_is_the_one_the_code_draws() throws IOException {
        var committed = Files.readString(PAGE);
        var drawn = PICTURE.matcher(committed).replaceFirst(found -> found.group(1) + picture() + found.group(2));
        Files.writeString(PAGE, drawn);
        assertThat(drawn).as("%s has been drawn anew: read it and commit it", PAGE).isEqualTo(committed);
    }

    /// Read from the product's own class files: a test's package-info of the same name would hide the product's.
    private static @Nullable List<String> statedBy(String basePackage) {
        return PRODUCT.getPackage(basePackage).tryGetAnnotationOfType(ApplicationModule.class)
                .map(it -> List.of(it.allowedDependencies())).orElse(null);
    }

    /// Solid: what the code does. Dashed: a module not written yet.
    private String picture() {
        return "```mermaid\nflowchart RL\n"
                + MAY_KNOW.keySet().stream().map(this::box).collect(joining())
                + MAY_KNOW.keySet().stream().map(this::arrows).collect(joining())
                + "  classDef absent stroke-dasharray: 5 5\n```\n";
    }

    private String box(String name) {
        return "  " + name + (exists(name) ? "" : ":::absent") + "\n";
    }

    private String arrows(String name) {
        if (!exists(name)) {
            return "";
        }
        var known = new TreeSet<String>();
        modules.getModuleByName(name).orElseThrow().getDirectDependencies(modules).stream()
                .map(it -> it.getTargetModule().getIdentifier().toString())
                .filter(MAY_KNOW::containsKey)
                .forEach(known::add);
        return known.stream().map(it -> "  " + name + " --> " + it + "\n").collect(joining());
    }

    private boolean exists(String name) {
        return modules.getModuleByName(name).isPresent();
    }
}
