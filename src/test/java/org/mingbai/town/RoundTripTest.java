package org.mingbai.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationKind;
import org.mingbai.directory.Organisations;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.Span;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.intake.Import;
import org.mingbai.intake.Imports;
import org.mingbai.ledger.LedgerExport;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;

/// What leaves a register as a file comes in again as the same.
@MingbaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 2, 9, 0);
    private static final double SHARE = 0.2;

    @Autowired DataSource database;
    @Autowired DataDirectory data;
    @Autowired SettableClock clock;
    @Autowired Directory directory;
    @Autowired Organisations organisations;
    @Autowired Tenants tenants;
    @Autowired Registers registers;
    @Autowired Matters matters;
    @Autowired Imports imports;
    @Autowired LedgerExport export;

    private SignedIn here;

    @BeforeAll
    void found() {
        clock.set(NOW);
        var town = new Town(database, data, clock).found(SHARE);
        here = office(town.cast().tenant(), registers.of(town.cast().tenant()).getFirst().office());
    }

    /// How a matter reads, whatever its number and wherever its units have theirs.
    private record Read(String title, String text, @Nullable String number, @Nullable String source, @Nullable String category, @Nullable String goal,
            @Nullable String lead, Set<String> co, @Nullable String leader, List<String> owners, String due, List<String> measures,
            @Nullable String progress, boolean open) {}

    @Test
    void an_exported_register_brought_again_changes_nothing() {
        for (var register : registers.of(here.tenant())) {
            var before = all(here, register);
            var result = brought(here, register, exported(here, register, "xlsx", Locale.CHINESE), "台账.xlsx");

            assertThat(result).as(register.code()).isEqualTo(new Import.Result(0, 0, result.same(), before.size() - result.same(), List.of(), null, null));
            // One by one: compared as a whole, each is looked for among all that were.
            assertThat(all(here, register)).zipSatisfy(before, (is, was) -> assertThat(is).usingRecursiveComparison().isEqualTo(was));
        }
    }

    @ParameterizedTest
    @CsvSource({"xlsx, zh", "xlsx, en", "csv, zh", "csv, en"})
    void an_empty_account_reads_the_same_problems_owners_measures_deadlines_and_states_and_reads_its_own_file_as_the_same(String kind, Locale language) {
        var there = another();
        for (var register : registers.of(here.tenant())) {
            var theirs = registers.register(there.tenant(), register.code()).orElseThrow();
            var result = brought(there, theirs, exported(here, register, kind, language), "台账." + kind);

            var expected = all(here, register).stream().map(matter -> read(here, matter)).toList();
            assertThat(result.refused()).as(register.code()).isEmpty();
            assertThat(all(there, theirs).stream().map(matter -> read(there, matter))).as(register.code()).containsExactlyElementsOf(expected);

            var again = brought(there, theirs, exported(there, theirs, kind, language), "台账." + kind);
            assertThat(again).as(register.code() + " again").isEqualTo(new Import.Result(0, 0, expected.size(), 0, List.of(), null, null));
        }
    }

    @Test
    void a_file_of_another_installation_does_not_touch_the_matters_that_happen_to_bear_its_numbers() {
        var register = registers.register(here.tenant(), "task").orElseThrow();
        var taken = all(here, register).getFirst();
        var file = "明白账编号,序号,问题\n明-task-" + taken.id().value() + ",1,别处的一件全然不同的事\n";

        var result = brought(here, register, file.getBytes(java.nio.charset.StandardCharsets.UTF_8), "别处.csv");
        assertThat(result.added()).isEqualTo(1);
        assertThat(all(here, register).getFirst()).usingRecursiveComparison().isEqualTo(taken);
    }

    /// A body with units of the same names and nothing on its account.
    private SignedIn another() {
        var tenant = tenants.found("又一镇");
        var by = Keeper.program(tenant, "test");
        var always = Span.from(LocalDate.of(2020, 1, 1));
        var top = organisations.found(by, Optional.empty(), Organisations.Description.of("又一镇总账", OrganisationKind.GOVERNMENT), always,
                Optional.empty()).orThrow();
        directory.organisations(here.tenant()).forEach(unit -> organisations.found(by, Optional.of(top),
                Organisations.Description.of(unit.name(), unit.kind()), always, Optional.empty()).orThrow());
        registers.layOut(tenant, top);
        return office(tenant, top);
    }

    private static SignedIn office(TenantId tenant, OrganisationId office) {
        return new SignedIn(tenant, new PersonId(0), "office", Set.of(new Seat(office, Role.COORDINATOR)));
    }

    private byte[] exported(SignedIn who, Register register, String kind, Locale language) {
        var out = new ByteArrayOutputStream();
        var all = MatterFilter.all(register.code()).from(null, MatterFilter.Order.OLDEST, 1);
        try {
            var written = kind.equals("csv") ? export.csv(who, register, all, language, out) : export.workbook(who, register, all, language, out);
            assertThat(written).isPositive();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Import.Result brought(SignedIn who, Register register, byte[] file, String name) {
        var made = ((Imports.Brought.Kept) imports.bring(who, register.code(), name, new ByteArrayInputStream(file))).made();
        assertThat(imports.begin(who, made.id())).isTrue();
        return imports.run(who, made.id(), true);
    }

    private List<Matter> all(SignedIn who, Register register) {
        return matters.page(who, MatterFilter.all(register.code()).from(null, MatterFilter.Order.OLDEST, MatterFilter.LIMIT_MAX)).matters();
    }

    private Read read(SignedIn who, Matter matter) {
        var subject = matter.subject();
        var to = matter.assignment();
        var names = directory.treeOf(who.tenant());
        var due = matter.round().due();
        return new Read(subject.title(), subject.text(), subject.number(), subject.source(), subject.category(), subject.goal(),
                to == null ? null : names.unit(to.lead()).orElseThrow().name(),
                to == null ? Set.of() : to.coHandlers().stream().map(unit -> names.unit(unit).orElseThrow().name()).collect(Collectors.toSet()),
                to == null ? null : to.leader(), to == null ? List.of() : to.owners(),
                due == null ? "" : due.date() == null ? due.kind().name() : due.date().toString(),
                matter.round().standing().stream().map(Measure::text).toList(), matter.progress(), matter.stage().named().open());
    }
}
