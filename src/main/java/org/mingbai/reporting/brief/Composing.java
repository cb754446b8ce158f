package org.mingbai.reporting.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Registers;
import org.mingbai.reporting.Case;
import org.mingbai.reporting.Catalogue;
import org.mingbai.reporting.Condition;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.FigureAnswer;
import org.mingbai.reporting.FigureWording;
import org.mingbai.reporting.Figures;
import org.mingbai.reporting.OwnFigures;
import org.mingbai.reporting.Question;
import org.mingbai.shell.Words;
import org.springframework.stereotype.Component;

/// Puts the figures into what people wrote. It adds numbers in the places marked for them, and not one word.
@Component
class Composing {

    /// How many figures one report may ask.
    static final int FIGURES_MAX = 500;
    private static final int NUMBERS_MAX = 50;
    private static final int TABLES_MAX = 50;
    private static final int WRONG_MAX = 50;
    /// A table narrows by one further condition.
    private static final int NARROWED_MAX = 5;

    private static final Words WORDS = Words.in(Locale.CHINESE);
    private static final Words ENGLISH = Words.in(Locale.ENGLISH);
    private static final List<Pattern> HEADINGS = List.of(Pattern.compile("[一二三四五六七八九十]{1,3}、.*"), Pattern.compile("[（(][一二三四五六七八九十]{1,3}[)）].*"),
            Pattern.compile("\\d{1,2}[.．](?!\\d).*"));
    private static final Set<String> BEFORE = Set.of("上期", "before");
    private static final Pattern BY = Pattern.compile("(?:按|by )(.+)");
    private static final Set<String> CHART = Set.of("图", "chart");

    private final Figures figures;
    private final OwnFigures own;
    private final Matters matters;
    private final Registers registers;
    private final Directory directory;

    Composing(Figures figures, OwnFigures own, Matters matters, Registers registers, Directory directory) {
        this.matters = matters;
        this.figures = figures;
        this.own = own;
        this.registers = registers;
        this.directory = directory;
    }

    /// @param wrong what could not be made of the text; then nothing of it is told
    record Composed(Told told, List<Wrong> wrong) {}

    /// @param mark as it is written
    record Wrong(int line, String mark, Why why, String what) {

        enum Why { NO_SUCH_FIGURE, NO_SUCH_PART, NOT_YOURS, NOT_ANSWERED, TABLE_WITHIN_A_LINE, TOO_MANY }
    }

    /// @param forGood whether it is kept: then the numbers of the matters behind each figure are told too
    Composed compose(SignedIn who, Brief.Body body, boolean forGood) {
        return new Work(who, body, forGood).done();
    }

    /// What a mark asks.
    private record Asked(Figure figure, Question question, @Nullable Field by, boolean chart) {}

    private final class Work {

        private final SignedIn who;
        private final Brief.Body body;
        private final FigureWording wording;
        private final List<Figure> mine;
        private final List<Wrong> wrong = new ArrayList<>();
        private final boolean forGood;
        private int figuresSoFar;
        private int tablesSoFar;

        Work(SignedIn who, Brief.Body body, boolean forGood) {
            this.forGood = forGood;
            this.who = who;
            this.body = body;
            this.wording = new FigureWording(WORDS, directory.treeOf(who.tenant()), registers.of(who.tenant()), Locale.CHINESE);
            this.mine = own.of(who);
        }

        Composed done() {
            var lines = new ArrayList<Told.Line>();
            int number = 0;
            for (var line : body.text().lines().toList()) {
                number++;
                if (wrong.size() >= WRONG_MAX) {
                    break;
                }
                if (!line.isBlank()) {
                    lines.add(line(number, line.strip()));
                }
            }
            return new Composed(new Told(lines, forGood ? who.person().value() : 0), wrong);
        }

        private Told.Line line(int number, String line) {
            var marks = Mark.in(line);
            if (marks.size() == 1 && marks.getFirst().from() == 0 && marks.getFirst().to() == line.length()) {
                var asked = asked(number, line, marks.getFirst());
                if (asked.isPresent() && asked.get().by() != null) {
                    return table(number, line, asked.get(), asked.get().by());
                }
            }
            for (int level = 1; level <= HEADINGS.size(); level++) {
                if (HEADINGS.get(level - 1).matcher(line).matches()) {
                    return new Told.Line.Heading(level, parts(number, line, marks));
                }
            }
            return new Told.Line.Paragraph(parts(number, line, marks));
        }

        private List<Told.Part> parts(int number, String line, List<Mark> marks) {
            var parts = new ArrayList<Told.Part>();
            int at = 0;
            for (var mark : marks) {
                if (mark.from() > at) {
                    parts.add(new Told.Part.Said(line.substring(at, mark.from())));
                }
                at = mark.to();
                asked(number, line, mark).ifPresent(asked -> {
                    if (asked.by() != null) {
                        wrong(number, line, mark, Wrong.Why.TABLE_WITHIN_A_LINE, "");
                    } else {
                        stated(number, line, mark, asked.question()).ifPresent(figure -> parts.add(new Told.Part.Number(figure)));
                    }
                });
            }
            if (at < line.length()) {
                parts.add(new Told.Part.Said(line.substring(at)));
            }
            return parts;
        }

        private void wrong(int number, String line, Mark mark, Wrong.Why why, String what) {
            wrong.add(new Wrong(number, line.substring(mark.from(), mark.to()), why, what));
        }

        private Optional<Asked> asked(int number, String line, Mark mark) {
            var figure = figure(mark.name());
            if (figure.isEmpty()) {
                wrong(number, line, mark, Wrong.Why.NO_SUCH_FIGURE, mark.name());
                return Optional.empty();
            }
            var from = body.from();
            var to = body.to();
            var narrowed = new ArrayList<Condition>();
            Field by = null;
            boolean chart = false;
            for (var part : mark.more()) {
                var condition = narrowed(part, figure.get());
                var byWhat = BY.matcher(part);
                var field = byWhat.matches() ? field(byWhat.group(1), figure.get()) : Optional.<Field>empty();
                if (BEFORE.contains(part)) {
                    var before = Period.before(body.from(), body.to());
                    from = before.from();
                    to = before.to();
                } else if (CHART.contains(part)) {
                    chart = true;
                } else if (field.isPresent()) {
                    by = field.get();
                } else if (condition.isPresent() && narrowed.size() < NARROWED_MAX) {
                    narrowed.add(condition.get());
                } else {
                    wrong(number, line, mark, Wrong.Why.NO_SUCH_PART, part);
                    return Optional.empty();
                }
            }
            return Optional.of(new Asked(figure.get(), new Question(figure.get(), from, to, body.asOf(), narrowed, true), by, chart));
        }

        private Optional<Figure> figure(String name) {
            return Catalogue.figures().filter(one -> one.code().equals(name) || WORDS.of("reporting.figure.is." + one.code()).equals(name)
                            || ENGLISH.of("reporting.figure.is." + one.code()).equalsIgnoreCase(name)).findFirst()
                    .or(() -> mine.stream().filter(one -> one.own() != null && one.own().name().equals(name)).findFirst());
        }

        private Optional<Field> field(String name, Figure figure) {
            return Stream.of(Field.values()).filter(field -> field.groups() && field.of(figure.of()) && Access.may(who, field.needs())
                    && (wording.field(field).equals(name) || ENGLISH.of("reporting.field." + field).equalsIgnoreCase(name))).findFirst();
        }

        private Optional<Condition> narrowed(String part, Figure figure) {
            var register = registers.of(who.tenant()).stream().filter(one -> one.zh().equals(part) || one.en().equalsIgnoreCase(part)).findFirst();
            if (register.isPresent()) {
                return Optional.of(Condition.is(Field.REGISTER, register.get().code()));
            }
            var units = directory.unitsMeant(who.tenant(), part).stream().map(OrganisationId::value).map(Object::toString).toList();
            return units.isEmpty() || units.size() > Condition.VALUES_MAX || !Field.UNIT_OF.of(figure.of()) ? Optional.empty()
                    : Optional.of(new Condition(Field.UNIT_OF, Condition.Op.WITHIN, units));
        }

        private Told.Line table(int number, String line, Asked asked, Field by) {
            var mark = Mark.in(line).getFirst();
            var empty = new Told.Line.Table("", "", List.of(), false);
            if (++tablesSoFar > TABLES_MAX) {
                wrong(number, line, mark, Wrong.Why.TOO_MANY, "");
                return empty;
            }
            if (refused(number, line, mark, asked.question())) {
                return empty;
            }
            var sides = figures.sides(who, asked.question(), by);
            if (sides.cut()) {
                wrong(number, line, mark, Wrong.Why.TOO_MANY, "");
                return empty;
            }
            var rows = new ArrayList<Told.Row>();
            for (var side : ordered(sides.sides())) {
                var condition = side.key().isEmpty() ? Condition.that(by, Condition.Op.EMPTY) : Condition.is(by, side.key());
                var figure = stated(number, line, mark, asked.question().narrowedTo(condition));
                if (figure.isEmpty()) {
                    return empty;
                }
                rows.add(new Told.Row(wording.value(by, side.key()), figure.get(), side.answer().cases()));
            }
            return new Told.Line.Table(wording.name(asked.figure()), wording.field(by), rows, asked.chart());
        }

        /// By how many there are; shares by how many they are of: no order from good to bad.
        private static List<FigureAnswer.Side> ordered(List<FigureAnswer.Side> sides) {
            return sides.stream()
                    .sorted(Comparator.comparingLong((FigureAnswer.Side side) -> -side.answer().cases()).thenComparing(FigureAnswer.Side::key)).toList();
        }

        private boolean refused(int number, String line, Mark mark, Question question) {
            var refusal = figures.refusal(who, question);
            refusal.ifPresent(_ -> wrong(number, line, mark, Wrong.Why.NOT_ANSWERED, ""));
            return refusal.isPresent();
        }

        private Optional<Told.Stated> stated(int number, String line, Mark mark, Question question) {
            if (figuresSoFar >= FIGURES_MAX) {
                wrong(number, line, mark, Wrong.Why.TOO_MANY, "");
                return Optional.empty();
            }
            if (refused(number, line, mark, question)) {
                return Optional.empty();
            }
            var answer = figures.answer(who, question);
            var figure = question.figure();
            var means = wording.means(figure) + (question.narrowed().isEmpty() ? "" : "；" + wording.said(question.narrowed()));
            return Optional.of(new Told.Stated(++figuresSoFar, wording.name(figure), figure.code(), figure.version(), means, question.from(), question.to(),
                    question.asOf(), question.narrowed(), wording.printed(answer), answer.cases(), answer.part(),
                    figures.digest(who, question), forGood ? numbers(question) : List.of()));
        }

        private List<String> numbers(Question question) {
            var ids = figures.cases(who, question, Figures.Portion.ALL, Optional.empty(), NUMBERS_MAX).stream().map(Case::matter).distinct().toList();
            return matters.these(who, ids).stream().map(matter -> MatterNumber.of(matter).printed()).toList();
        }
    }
}
