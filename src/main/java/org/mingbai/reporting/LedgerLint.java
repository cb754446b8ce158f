package org.mingbai.reporting;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Organisation;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Sight;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.Tenants;
import org.mingbai.ledger.Registers;
import org.mingbai.reporting.lint.Statement;
import org.mingbai.reporting.lint.Statements;
import org.springframework.stereotype.Component;

/// Holds what a report says of figures against the ledger: as far as whoever asks sees it, and as a paper for others is counted, so without what is kept
/// from somebody. It is asked for a body; of every other it says nothing.
@Component
public class LedgerLint {

    /// How many statements of one report are looked up.
    public static final int STATEMENTS_MAX = 300;

    private static final FigureWording CHINESE = FigureWording.in(Locale.CHINESE);

    private final Figures figures;
    private final Directory directory;
    private final Tenants tenants;
    private final Registers registers;
    private final Clock clock;

    LedgerLint(Figures figures, Directory directory, Tenants tenants, Registers registers, Clock clock) {
        this.figures = figures;
        this.directory = directory;
        this.tenants = tenants;
        this.registers = registers;
        this.clock = clock;
    }

    /// A number of the report that is not the ledger's.
    /// @param told what it says; @param answer what the ledger says
    public record Differs(int begin, int end, String told, FigureAnswer answer) {}

    /// @param compared how many statements were held against the ledger
    /// @param cut whether there were more
    public record Held(int compared, boolean cut, List<Differs> differing) {}

    /// Whether they see all there is, so that the whole body's figures are theirs to compare with.
    public boolean seesAll(SignedIn who) {
        return switch (directory.sightOf(who)) {
            case Sight.Everything _ -> true;
            case Sight.Nothing _ -> false;
            case Sight.Within(var units) -> registers.of(who.tenant()).stream().allMatch(register -> units.contains(register.office()));
        };
    }

    /// The units they may ask for.
    public List<Organisation> units(SignedIn who) {
        var sight = directory.sightOf(who);
        return directory.organisations(who.tenant()).stream().filter(unit -> sight.reaches(unit.id())).toList();
    }

    /// @param unit asked for; nothing for the whole body
    /// @param written the day on which the report was written
    public Held of(SignedIn who, Report report, Optional<OrganisationId> unit, LocalDate written) {
        if (unit.isEmpty() && !seesAll(who) || unit.isPresent() && !directory.sightOf(who).reaches(unit.get())) {
            return new Held(0, false, List.of());
        }
        var stated = statements(who, report, unit, written);
        var asked = new HashMap<Question, Optional<FigureAnswer>>();
        var began = figures.began(who.tenant());
        int compared = 0;
        var differing = new ArrayList<Differs>();
        for (var one : stated.stream().limit(STATEMENTS_MAX).toList()) {
            var answers = one.figures().stream().flatMap(code -> Catalogue.figure(code).stream())
                    .flatMap(figure -> questions(figure, one, unit, written, began).stream())
                    .flatMap(question -> asked.computeIfAbsent(question, it -> answer(who, it)).stream()).toList();
            if (!answers.isEmpty()) {
                compared++;
                if (answers.stream().noneMatch(answer -> one.says(answer.value().orElse(BigDecimal.valueOf(-1))))) {
                    differing.add(new Differs(one.begin(), one.end(), report.text().substring(one.begin(), one.end()), answers.getFirst()));
                }
            }
        }
        return new Held(compared, stated.size() > STATEMENTS_MAX, differing);
    }

    private List<Statement> statements(SignedIn who, Report report, Optional<OrganisationId> unit, LocalDate written) {
        var all = directory.organisations(who.tenant());
        var tops = directory.treeOf(who.tenant()).tops();
        var asked = all.stream().filter(it -> unit.map(it.id()::equals).orElseGet(() -> tops.contains(it.id()))).toList();
        var body = unit.isPresent() ? Stream.<String>empty() : tenants.nameOf(who.tenant()).stream();
        var own = Stream.concat(body, asked.stream().flatMap(LedgerLint::names)).distinct().toList();
        var others = all.stream().filter(it -> !asked.contains(it)).flatMap(LedgerLint::names).distinct().toList();
        Map<String, String> catalogue = Catalogue.figures().filter(figure -> !(figure.tally() instanceof Tally.Days || figure.tally() instanceof Tally.Sum))
                .collect(Collectors.toMap(CHINESE::name, figure -> figure.code() + (figure.percent() ? "%" : "")));
        return Statements.in(report.text(), written, own, others, catalogue);
    }

    private static Stream<String> names(Organisation unit) {
        return Stream.of(unit.name(), unit.shortName()).filter(name -> !name.isBlank());
    }

    /// What counts over a time may have been counted when that was over, when the report was written, or now: any of these is the ledger's.
    private List<Question> questions(Figure figure, Statement one, Optional<OrganisationId> unit, LocalDate written, Optional<LocalDate> began) {
        var today = LocalDate.now(clock);
        var narrowed = unit.stream().map(id -> new Condition(Field.UNIT_OF, Condition.Op.WITHIN, List.of(Long.toString(id.value())))).toList();
        if (figure.window() == null) {
            return List.of(new Question(figure, one.to(), one.to(), one.to(), narrowed, true));
        }
        var from = one.from();
        if (from == null || began.isEmpty() || from.isBefore(began.get().withDayOfMonth(1))) {
            return List.of();
        }
        return Stream.of(written, one.to(), today).distinct().filter(day -> !day.isBefore(one.to()))
                .map(day -> new Question(figure, from, one.to(), day, narrowed, true)).toList();
    }

    private Optional<FigureAnswer> answer(SignedIn who, Question question) {
        return figures.refusal(who, question).isPresent() ? Optional.empty() : Optional.of(figures.answer(who, question));
    }
}
