package org.mingbai.supervision.slip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The kinds of slips a house goes up step by step, the mildest first.
public record Ladder(List<Rung> rungs) {

    /// @param colour what a house with three colours calls it
    /// @param basis the paper it rests on
    public record Rung(SlipKind kind, @Nullable String colour, String basis) {

        public Rung {
            if (basis.isBlank()) {
                throw new IllegalArgumentException("A rung without a basis");
            }
        }
    }

    private static final int COLOUR_MAX = 20;

    public static final Ladder SHIPPED = new Ladder(List.of(SlipKind.PROMPT, SlipKind.WARNING, SlipKind.URGING, SlipKind.TALK).stream()
            .map(kind -> new Rung(kind, null, "本单位督办制度")).toList());

    public Ladder {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty() || rungs.stream().map(Rung::kind).distinct().count() != rungs.size()) {
            throw new IllegalArgumentException("A ladder of " + rungs);
        }
    }

    /// What is wrong with the rungs of a ladder; the field is named after the kind it is about.
    static Optional<SlipRefusal> faultIn(List<Rung> rungs) {
        if (rungs.isEmpty()) {
            return Optional.of(new SlipRefusal.NoRung("place-" + SlipKind.PROMPT));
        }
        return rungs.stream().flatMap(rung -> SlipWording.required("basis-" + rung.kind(), rung.basis(), SlipWording.LINE_MAX)
                .or(() -> SlipWording.optional("colour-" + rung.kind(), rung.colour(), COLOUR_MAX)).stream()).findFirst();
    }

    public SlipKind first() {
        return rungs.getFirst().kind();
    }

    /// What comes after such a slip; the first rung for a kind that stands beside the ladder, nothing after the last.
    public Optional<SlipKind> after(SlipKind kind) {
        int place = place(kind);
        return place + 1 < rungs.size() ? Optional.of(rungs.get(place + 1).kind()) : Optional.empty();
    }

    public Optional<Rung> rung(SlipKind kind) {
        return rungs.stream().filter(it -> it.kind() == kind).findFirst();
    }

    /// How high it stands, from 0; -1 for what stands beside the ladder.
    int place(SlipKind kind) {
        return rungs.stream().map(Rung::kind).toList().indexOf(kind);
    }

    /// For the audit trail: each place with its kind, colour and basis.
    Map<String, String> told() {
        var told = new LinkedHashMap<String, String>();
        for (int place = 0; place < rungs.size(); place++) {
            var rung = rungs.get(place);
            told.put(Integer.toString(place + 1), rung.kind() + (rung.colour() == null ? "" : " / " + rung.colour()) + " / " + rung.basis());
        }
        return told;
    }
}
