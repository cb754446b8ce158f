package org.mingbai.reporting.brief;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mingbai.directory.Directory;
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
    private static final FigureWording WORDING = FigureWording.in(Locale.CHINESE);

    private final BriefTable table;
    private final Figures figures;
    private final OwnFigures own;
    private final Directory directory;

    BriefCheck(BriefTable table, Figures figures, OwnFigures own, Directory directory) {
        this.table = table;
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

        /// @param figures how many were held against the ledger
        record Checked(Brief brief, int figures, List<Finding> findings) implements Result {}

        record NotAPaper() implements Result {}

        /// It is a Word file, and no report of this ledger with frozen figures.
        record NotOurs() implements Result {}
    }

    /// @param tenant whose reports are known here; nothing takes the one the file names
    public Result check(Optional<TenantId> tenant, Path file) throws IOException {
        var paper = PaperReading.read(file);
        if (paper.isEmpty()) {
            return new Result.NotAPaper();
        }
        var which = paper.get().which().filter(it -> tenant.map(TenantId::value).map(value -> value == it[0]).orElse(true));
        var brief = which.flatMap(it -> table.find(new TenantId(Math.toIntExact(it[0])), it[1])).filter(it -> it.told() != null);
        if (brief.isEmpty()) {
            return new Result.NotOurs();
        }
        var told = brief.get().frozen().orElseThrow();
        var findings = new ArrayList<Finding>();
        figures(told, paper.get(), findings);
        words(brief.get(), told, paper.get(), findings);
        moved(new TenantId(Math.toIntExact(which.orElseThrow()[0])), brief.get(), told, findings);
        return new Result.Checked(brief.get(), told.figures().size(), findings);
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
            var known = numbers(pair.should());
            var strange = new ArrayList<>(numbers(pair.says()));
            known.forEach(strange::remove);
            if (strange.isEmpty()) {
                findings.add(new Finding(Kind.WORDS_CHANGED, 0, "", pair.says(), pair.should()));
            }
            strange.forEach(number -> findings.add(new Finding(Kind.NO_SOURCE, 0, "", number + " ← " + pair.says(), pair.should())));
        }
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

    /// Asked again as whoever froze it would be answered today.
    private void moved(TenantId tenant, Brief brief, Told told, List<Finding> findings) {
        var who = directory.actingAs(tenant, brief.maker()).orElseGet(() -> new SignedIn(tenant, brief.maker(), "", Set.of()));
        for (var figure : told.figures()) {
            var known = figure(tenant, figure);
            if (known.isEmpty()) {
                findings.add(new Finding(Kind.MOVED, figure.no(), figure.name(), figure.text(), ""));
                continue;
            }
            var question = new Question(known.get(), figure.from(), figure.to(), figure.asOf(), figure.narrowed());
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
