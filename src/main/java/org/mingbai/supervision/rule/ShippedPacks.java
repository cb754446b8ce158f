package org.mingbai.supervision.rule;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Happening;
import org.mingbai.supervision.PauseReason;
import org.mingbai.supervision.RuleDraft;
import org.mingbai.supervision.RulePack;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.TimeRule;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads the packs in `limits/`.
public final class ShippedPacks {

    private static final List<String> NAMES = List.of("rectification", "petition", "beijing", "jinan", "weifang", "tianjin", "inspection");

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    public static final List<RulePack> ALL = NAMES.stream().map(ShippedPacks::read).toList();

    private ShippedPacks() {}

    /// @param each the registers each of `rules` is meant for, one rule for each of them
    /// @param from the day the source came into force
    private record Written(String pack, @Nullable LocalDate from, List<Line> rules, @Nullable List<String> each, @Nullable List<Line> more,
            @Nullable List<RulePack.Behind> progress, @Nullable List<Note> notes) {

        RulePack read() {
            var all = each == null ? rules.stream() : each.stream().flatMap(register -> rules.stream().map(line -> line.on(register)));
            return new RulePack(pack, Stream.concat(all, orNone(more).stream()).map(line -> line.read(from)).toList(), orNone(progress),
                    orNone(notes).stream().map(note -> new RulePack.Remark(note.code, note.no, note.basis)).toList());
        }
    }

    private record Line(String code, int no, @Nullable String register, @Nullable String channel, @Nullable String kind, @Nullable String urgency,
            Step step, String limit, Happening starts, Set<Happening> ends, @Nullable Set<PauseReason> pauses, @Nullable String pauseBasis,
            @Nullable String extension, @Nullable LocalTime closes, @Nullable Integer atRiskPercent, TimeRule.Basis basis, @Nullable LocalDate from) {

        Line on(String of) {
            return new Line(of + "." + code, no, of, channel, kind, urgency, step, limit, starts, ends, pauses, pauseBasis, extension, closes,
                    atRiskPercent, basis, from);
        }

        RulePack.Item read(@Nullable LocalDate sourceFrom) {
            return new RulePack.Item(no, new RuleDraft(code, new TimeRule.Scope(register, channel, kind, urgency), step, limit, starts, ends,
                    pauses == null ? Set.of() : pauses, pauseBasis == null ? "" : pauseBasis, extension == null ? "" : extension, closes,
                    atRiskPercent == null ? TimeRule.AT_RISK_PERCENT : atRiskPercent, basis.title(), basis.article(), from == null ? sourceFrom : from, null));
        }
    }

    private record Note(String code, int no, TimeRule.Basis basis) {}

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static RulePack read(String name) {
        try (InputStream in = ShippedPacks.class.getResourceAsStream("/limits/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("No pack " + name);
            }
            return JSON.readValue(in, Written.class).read();
        } catch (IOException e) {
            throw new IllegalStateException("The shipped pack " + name + " cannot be read", e);
        }
    }
}
