package org.mingbai.intake;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Register;
import org.mingbai.shell.Words;

/// Tells a person at a terminal what became of a ledger.
public final class DeliveryText {

    private static final int TOLD_MAX = 50;

    private final PrintStream out;
    private final Words words;
    private final Locale language;

    public DeliveryText(PrintStream out, Locale language) {
        this.out = out;
        this.words = Words.in(language);
        this.language = language;
    }

    public void tell(Delivery delivery, Register register) {
        var result = delivery.result();
        out.println(words.of("intake.command.outcome", register.name(language), number(result.added()), number(result.changed()),
                number(delivery.same()), number(delivery.left()), number(result.livesHere()), number(delivery.refused())));
        if (delivery.left() > 0) {
            out.println(words.of("intake.command.left"));
        }
        told(delivery.differing(), delivery.differing().size(), row -> words.of("intake.command.differing", row.rows(),
                new MatterNumber(register.code(), row.matter()).printed(), brief(row.problem())) + differences(row.differences()));
        told(result.refused(), delivery.refused(), row -> words.of("intake.outcome.refused-row", row.sheet() == null ? "" : row.sheet(), row.row(),
                words.of("intake.refused." + row.why().substring(row.why().lastIndexOf('.') + 1))));
        told(delivery.unknownUnits().entrySet().stream().toList(), delivery.unknownUnits().size(),
                unit -> words.of("intake.command.unknown-unit", unit.getKey(), number(unit.getValue())));
        for (var sheet : delivery.sheets()) {
            out.println((sheet.name() == null ? delivery.made().fileName() : sheet.name()) + ": " + words.of(sheet.key(), number(sheet.matters())));
            told(sheet.skipped(), sheet.skippedCount(),
                    row -> words.of("intake.preview.skipped-row", row.row(), words.of(row.why().key()), brief(row.text())));
            told(sheet.doubts(), sheet.doubtCount(), doubt -> "? " + doubt.cell() + " " + words.of(doubt.key(), doubt.arguments().toArray()));
        }
    }

    private String differences(List<Difference> differences) {
        var told = new StringBuilder();
        differences.forEach(difference -> told.append(System.lineSeparator()).append("      ")
                .append(words.of("intake.difference", words.of("intake.difference." + difference.what()), plain(difference.account()),
                        plain(difference.file()))));
        return told.toString();
    }

    private <T> void told(List<T> all, int number, Function<T, String> one) {
        all.stream().limit(TOLD_MAX).forEach(it -> out.println("  " + one.apply(it)));
        if (number > TOLD_MAX) {
            out.println("  " + words.of("intake.command.more", number(number - TOLD_MAX)));
        }
    }

    private String number(int number) {
        return String.format(language, "%,d", number);
    }

    private static String plain(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String brief(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= 40 ? line : line.substring(0, line.offsetByCodePoints(0, 39)) + "…";
    }
}
