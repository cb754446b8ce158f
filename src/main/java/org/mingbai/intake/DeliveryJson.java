package org.mingbai.intake;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.SheetReport;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Register;
import tools.jackson.databind.json.JsonMapper;

/// Tells a program what became of a ledger.
public final class DeliveryJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DeliveryJson() {}

    /// @param refused rows the account did not take; `refusals` tells of the first of them
    private record Told(String file, String asOf, String register, long number, @Nullable String failure, int added, int changed, int same, int differing,
            int livesHere, int refused, List<Differing> differences, List<Import.RefusedRow> refusals, Map<String, Integer> unknownUnits,
            List<Sheet> sheets) {}

    private record Differing(String rows, String matter, String problem, List<Difference> differences) {}

    private record Sheet(@Nullable String sheet, String kind, int matters, int skippedCount, List<Map<String, Object>> skipped, int doubtCount,
            List<Map<String, Object>> doubts) {}

    public static void tell(Delivery delivery, Register register, PrintStream out) {
        var made = delivery.made();
        var result = delivery.result();
        var differing = delivery.differing().stream().map(row -> new Differing(row.rows(),
                new MatterNumber(register.code(), row.matter()).printed(), row.problem(), row.differences())).toList();
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(delivery.failed()
                ? new Told(made.fileName(), made.asOf().toString(), register.code(), made.id(), result.failure(), 0, 0, 0, 0, 0, 0, List.of(), List.of(),
                        Map.of(), List.of())
                : new Told(made.fileName(), made.asOf().toString(), register.code(), made.id(), null, result.added(), result.changed(), delivery.same(),
                        delivery.left(), result.livesHere(), delivery.refused(), differing, result.refused(), delivery.unknownUnits(),
                        delivery.sheets().stream().map(DeliveryJson::sheet).toList())));
    }

    private static Sheet sheet(SheetReport report) {
        var skipped = report.skipped().stream()
                .map(row -> ordered("row", row.row(), "why", row.why().name(), "text", row.text())).toList();
        var doubts = report.doubts().stream()
                .map(doubt -> ordered("cell", doubt.cell(), "doubt", doubt.key(), "arguments", doubt.arguments())).toList();
        return new Sheet(report.name(), report.kind().name(), report.matters(), report.skippedCount(), skipped, report.doubtCount(), doubts);
    }

    private static Map<String, Object> ordered(String one, Object a, String two, Object b, String three, Object c) {
        var all = new LinkedHashMap<String, Object>();
        all.put(one, a);
        all.put(two, b);
        all.put(three, c);
        return all;
    }
}
