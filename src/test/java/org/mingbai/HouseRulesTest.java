package org.mingbai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What holds inside every module.
class HouseRulesTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.mingbai");

    /// Where the rulings are made: these, and whatever of the ledger they lean on, are plain Java.
    private static final Set<String> HEART = Set.of("Act", "Entry", "Stage", "Matter", "Refusal", "Ruling", "Policy", "Lifecycle");

    /// The door is left out: its verbs call what lies behind it, and what lies behind it speaks the door's words.
    @Test
    void the_inner_packages_of_a_module_do_not_know_each_other_in_a_circle() {
        slices().assignedFrom(new EachInnerPackage()).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void pages_are_the_outermost_and_known_by_nothing_else() {
        noClasses().that().resideOutsideOfPackage("..web..").should().dependOnClassesThat().resideInAPackage("org.mingbai..web..")
                .check(CLASSES);
    }

    @Test
    void a_class_is_named_after_what_it_is_not_after_its_technical_part() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Impl|Dto|DTO|Utils?)(\\$.*)?").check(CLASSES);
    }

    @Test
    void every_package_says_what_it_owns_and_is_null_marked() {
        var packages = CLASSES.stream().map(JavaClass::getPackageName).collect(toSet());
        assertThat(packages).allSatisfy(name ->
                assertThat(CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class)).as(name).isTrue());
    }

    @Test
    void the_heart_of_the_ledger_knows_no_spring() {
        var heart = CLASSES.stream()
                .filter(it -> it.getPackageName().equals("org.mingbai.ledger") && HEART.contains(it.getSimpleName()))
                .collect(toCollection(LinkedHashSet::new));
        var open = new ArrayDeque<>(heart);
        while (!open.isEmpty()) {
            open.pop().getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(it -> it.getPackageName().startsWith("org.mingbai.ledger"))
                    .filter(heart::add)
                    .forEach(open::push);
        }
        assertThat(heart).allSatisfy(it ->
                assertThat(it.getDirectDependenciesFromSelf())
                        .noneMatch(to -> to.getTargetClass().getPackageName().startsWith("org.springframework")));
    }

    /// A slice is one package behind a module's door; circles between modules are `ModulesTest`'s.
    private static final class EachInnerPackage implements SliceAssignment {

        private static final int DOOR_DEPTH = "org.mingbai.module".split("\\.").length;

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            var name = type.getPackageName();
            return name.split("\\.").length > DOOR_DEPTH ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "inner packages";
        }
    }
}
