package org.mingbai.pattern;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingbai.directory.Access;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.panel.MatterPanel;
import org.springframework.stereotype.Component;

/// Beside a matter that can still be joined to another: those it may repeat, for whoever lists and assigns. It suggests and decides nothing.
@Component
class LikenessPanel implements MatterPanel {

    /// More than are shown, for some may be kept from the reader.
    private static final int LOOKED_AT = 15;
    private static final int SHOWN = 5;

    private final Likenesses likenesses;
    private final Matters matters;

    LikenessPanel(Likenesses likenesses, Matters matters) {
        this.likenesses = likenesses;
        this.matters = matters;
    }

    @Override
    public String key() {
        return "pattern.panel.likenesses";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Content> of(SignedIn who, Matter matter) {
        if (!ActKind.MERGE.possibleIn(matter.stage().named()) || !Access.may(who, Right.LIST_AND_ASSIGN)) {
            return Optional.empty();
        }
        var said = matter.subject();
        var like = likenesses.of(who.tenant(), said.title(), said.text(), Objects.requireNonNullElse(said.place(), ""), LOOKED_AT).stream()
                .filter(one -> !one.matter().equals(matter.id()) && !matter.joined().contains(one.matter().value())).toList();
        var seen = matters.these(who, like.stream().map(Likeness::matter).toList()).stream().collect(Collectors.toMap(Matter::id, Function.identity()));
        var rows = like.stream().filter(one -> seen.containsKey(one.matter())).limit(SHOWN).map(one -> row(one, seen.get(one.matter()))).toList();
        boolean joins = seen.values().stream().anyMatch(other -> other.open() && other.register().equals(matter.register()));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Content("pattern/likenesses", new LikenessesTold(rows,
                joins ? Optional.of("/matters/" + matter.id().value() + "/acts/merger") : Optional.empty())));
    }

    private static LikenessesTold.Row row(Likeness likeness, Matter other) {
        return new LikenessesTold.Row(other.subject().title(), "/matters/" + other.id().value(), MatterNumber.of(other).printed(),
                "ledger.stage." + other.stage().named(), likeness.kind() == Likeness.Kind.COPY, (int) Math.round(likeness.share() * 100),
                List.copyOf(likeness.words()));
    }
}
