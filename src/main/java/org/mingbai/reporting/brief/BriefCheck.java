package org.mingbai.reporting.brief;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mingbai.directory.Directory;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Sight;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.reporting.Catalogue;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.FigureWording;
import org.mingbai.reporting.Figures;
import org.mingbai.reporting.OwnFigures;
import org.mingbai.reporting.Question;
import org.springframework.stereotype.Component;

/// Holds a Word file against the report it was made from, and the report against the ledger: what was changed by hand, and what would come out
/// otherwise today.
@Component
public class BriefCheck {

    private static final Pattern DIGITS = Pattern.compile("[0-9０-９]+(?:[.．][0-9０-９]+)?[%％]?");
    private static final int FINDINGS_MAX = 200;
    private static final int STRANGE_MAX = 20;
    private static final int SHOWN_MAX = 200;
    private static final FigureWording WORDING = FigureWording.in(Locale.CHINESE);

    private final BriefTable table;
    private final Briefs briefs;
    private final Figures figures;
    private final OwnFigures own;
    private final Directory directory;

    BriefCheck(BriefTable table, Briefs briefs, Figures figures, OwnFigures own, Directory directory) {
        this.table = table;
        this.briefs = briefs;
        this.figures = figures;
        this.own = own;
        this.directory = directory;
    }

    /// What is not as it should be.
    public enum Kind {
        /// A figure's number was changed in its place.
        CHANGED,
        /// A figure is gone; what stands there was typed over it, or nothing does.
        TYPED_OVER,
        /// A number in the words that was not there when the figures were frozen: nobody knows where it comes from.
        NO_SOURCE,
        /// The words of a line are other ones.
        WORDS_CHANGED,
        /// The ledger answers otherwise today for the same question.
        MOVED
    }

    /// @param figure which figure of the report; 0 where it is about words
    /// @param says what the file says, @param should what the report said, or what the ledger says now
    public record Finding(Kind kind, int figure, String name, String says, String should) {}

    /// What came of it.
    public sealed interface Result {

        /// @param figures how many it has
        /// @param asked whether they were asked of the ledger again: only as whoever froze them, who may count what others may not
        record Checked(Brief brief, int figures, boolean asked, List<Finding> findings) implements Result {}

        record NotAPaper() implements Result {}

        /// It is a Word file, and no report of this ledger with frozen figures.
        record NotOurs() implements Result {}
    }

    /// As whoever keeps the machine: asks the ledger as whoever froze the report would.
    /// @param tenant whose reports are known here; nothing takes the one the file names
    public Result check(Optional<TenantId> tenant, Path file) throws IOException {
        return check(file, which -> tenant.map(TenantId::value).map(value -> value == which[0]).orElse(true)
                ? table.find(new TenantId(Math.toIntExact(which[0])), which[1]) : Optional.empty(),
                (brief, of) -> brief.frozen().map(Told::frozenBy).flatMap(person -> directory.actingAs(of, new PersonId(person))));
    }

    /// As a reader: of a report they may read. Only whoever froze it is told what the ledger says today.
    public Result check(SignedIn who, Path file) throws IOException {
        return check(file, which -> which[0] == who.tenant().value() ? briefs.brief(who, which[1]) : Optional.empty(),
                (brief, _) -> brief.frozen().filter(told -> told.frozenBy() == who.person().value()).map(_ -> who));
    }

    private Result check(Path file, Function<long[], Optional<Brief>> known, BiFunction<Brief, TenantId, Optional<SignedIn>> as) throws IOException {
        var paper = PaperReading.read(file);
        if (paper.isEmpty()) {
            return new Result.NotAPaper();
        }
        var brief = paper.get().which().flatMap(known).filter(it -> it.told() != null);
        if (brief.isEmpty()) {
            return new Result.NotOurs();
        }
        var told = brief.get().frozen().orElseThrow();
        var findings = new ArrayList<Finding>();
        figures(told, paper.get(), findings);
        words(brief.get(), told, paper.get(), findings);
        var tenant = new TenantId(Math.toIntExact(paper.get().which().orElseThrow()[0]));
        var asker = as.apply(brief.get(), tenant).filter(who -> !(directory.sightOf(who) instanceof Sight.Nothing));
        asker.ifPresent(who -> moved(who, told, findings));
        return new Result.Checked(brief.get(), told.figures().size(), asker.isPresent(), findings);
    }

    private static void figures(Told told, PaperReading.Paper paper, List<Finding> findings) {
        for (var figure : told.figures()) {
            var says = paper.figures().get(figure.no());
            if (says == null) {
                findings.add(new Finding(Kind.TYPED_OVER, figure.no(), figure.name(), "", figure.text()));
            } else if (!says.equals(figure.text())) {
                findings.add(new Finding(Kind.CHANGED, figure.no(), figure.name(), says, figure.text()));
            }
        }
    }

    /// Line by line; a line that has no like in the report is held against the one that would stand there.
    private static void words(Brief brief, Told told, PaperReading.Paper paper, List<Finding> findings) throws IOException {
        var should = written(brief, told, paper);
        var says = paper.lines().stream().map(PaperReading.Line::words).filter(line -> !line.isBlank()).toList();
        for (var pair : Alignment.of(should, says)) {
            if (pair.should().equals(pair.says())) {
                continue;
            }
            if (findings.size() >= FINDINGS_MAX) {
                return;
            }
            var strange = strange(numbers(pair.should()), numbers(pair.says()));
            if (strange.isEmpty()) {
                findings.add(new Finding(Kind.WORDS_CHANGED, 0, "", cut(pair.says()), cut(pair.should())));
            }
            strange.forEach(number -> findings.add(new Finding(Kind.NO_SOURCE, 0, "", number + " ← " + cut(pair.says()), cut(pair.should()))));
        }
    }

    /// The first of the numbers that were not there before.
    private static List<String> strange(List<String> known, List<String> says) {
        var left = new HashMap<String, Integer>();
        known.forEach(number -> left.merge(number, 1, Integer::sum));
        return says.stream().filter(number -> left.merge(number, -1, Integer::sum) < 0).limit(STRANGE_MAX).toList();
    }

    private static String cut(String line) {
        return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "…";
    }

    /// As the file was made: before the report was issued or after.
    private static List<String> written(Brief brief, Told told, PaperReading.Paper paper) throws IOException {
        boolean draft = paper.lines().stream().anyMatch(line -> line.words().equals(BriefPaper.DRAFT));
        var then = !draft || brief.state() != Brief.State.ISSUED ? brief
                : new Brief(brief.id(), brief.version(), Brief.State.FROZEN, brief.maker(), brief.unit(), brief.body(), told, null, null, brief.changedAt());
        var file = Files.createTempFile("brief", ".docx");
        try {
            Files.write(file, BriefPaper.of(0, then, told, ""));
            return PaperReading.read(file).orElseThrow().lines().stream().map(PaperReading.Line::words).filter(line -> !line.isBlank()).toList();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<String> numbers(String line) {
        return DIGITS.matcher(line).results().map(MatchResult::group).toList();
    }

    private void moved(SignedIn who, Told told, List<Finding> findings) {
        for (var figure : told.figures()) {
            var known = figure(who.tenant(), figure);
            if (known.isEmpty()) {
                findings.add(new Finding(Kind.MOVED, figure.no(), figure.name(), figure.text(), ""));
                continue;
            }
            var question = new Question(known.get(), figure.from(), figure.to(), figure.asOf(), figure.narrowed(), true);
            var now = WORDING.printed(figures.answer(who, question));
            if (!now.equals(figure.text()) || !figures.digest(who, question).equals(figure.digest())) {
                findings.add(new Finding(Kind.MOVED, figure.no(), figure.name(), figure.text(), now));
            }
        }
    }

    private Optional<Figure> figure(TenantId tenant, Told.Stated stated) {
        return Catalogue.figure(stated.code()).filter(one -> one.version() == stated.version())
                .or(() -> own.version(tenant, stated.code(), stated.version()));
    }
}
