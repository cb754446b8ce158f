package org.mingbai.pattern.dispatch;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Registers;
import org.springframework.stereotype.Component;

/// What was dispatched, set beside the catalogue: as the journal has it, within what the reader may see.
@Component
public class DispatchPast {

    /// More than these are not read while somebody waits for the page, of each register.
    static final int READ_MAX = 2_000;
    private static final int PAGE = 500;
    private static final int LISTED_MAX = 100;

    private final Matters matters;
    private final Registers registers;
    private final DispatchRules rules;

    DispatchPast(Matters matters, Registers registers, DispatchRules rules) {
        this.matters = matters;
        this.registers = registers;
        this.rules = rules;
    }

    /// A dispatch that went, or would have gone, to another unit than the rule says.
    /// @param to the unit it was given to
    public record Other(Matter matter, LocalDate on, OrganisationId to, DispatchRule rule) {}

    /// @param suggested how many dispatches a rule in force at that time covered
    /// @param followed how many of them went to the unit it names
    /// @param others the newest that did not, a hundred at most
    /// @param looked how many matters were read
    public record Followed(int suggested, int followed, List<Other> others, int looked) {}

    /// How often those who dispatched did as the catalogue said on the day they did it. Each dispatch counts, also that of what came back.
    public Followed followed(SignedIn who) {
        var book = new DispatchBook(rules.of(who.tenant()));
        var count = new Count();
        read(who, (matter, line) -> {
            if (line.entry() instanceof Entry.Assigned(var to, _)) {
                book.coveringThen(matter.subject(), line.at(), line.day()).stream().findFirst()
                        .ifPresent(rule -> count.note(matter, line.day(), to.lead(), rule));
            }
        }, count);
        return count.sum();
    }

    /// Which matters this rule would have sent to another unit than the one that has or had them in the end, had it been in force all along beside
    /// today's others.
    public Followed tried(SignedIn who, DispatchRule proposed, LocalDate today) {
        var always = new DispatchRule(proposed.number(), proposed.scope(), proposed.lead(), proposed.coHandlers(), proposed.basis(), LocalDate.MIN, null,
                OffsetDateTime.MIN);
        var book = new DispatchBook(rules.of(who.tenant()).stream().filter(it -> it.inForceOn(today)).toList()).with(always);
        var count = new Count();
        read(who, (matter, line) -> {
            if (line.seq() == 1 && matter.lead() != null) {
                book.covering(matter.subject(), _ -> true, _ -> true).stream().findFirst().filter(rule -> rule.equals(always))
                        .ifPresent(rule -> count.note(matter, line.day(), matter.lead(), rule));
            }
        }, count);
        return count.sum();
    }

    private void read(SignedIn who, BiConsumer<Matter, Line> each, Count count) {
        for (var register : registers.of(who.tenant())) {
            var first = MatterFilter.all(register.code());
            int read = 0;
            for (var asked = Optional.of(first.from(null, first.order(), PAGE)); asked.isPresent(); ) {
                var page = matters.page(who, asked.get());
                page.matters().forEach(matter -> page.journals().getOrDefault(matter.id(), List.of()).forEach(line -> each.accept(matter, line)));
                read += page.matters().size();
                asked = read >= READ_MAX ? Optional.empty() : page.next().map(next -> first.from(next, first.order(), PAGE));
            }
            count.looked += read;
        }
    }

    private static final class Count {

        private final List<Other> others = new ArrayList<>();
        private int suggested;
        private int followed;
        private int looked;

        void note(Matter matter, LocalDate on, OrganisationId to, DispatchRule rule) {
            suggested++;
            if (rule.lead().equals(to)) {
                followed++;
            } else {
                others.add(new Other(matter, on, to, rule));
            }
        }

        Followed sum() {
            return new Followed(suggested, followed, others.stream().sorted((one, two) -> two.on().compareTo(one.on())).limit(LISTED_MAX).toList(), looked);
        }
    }
}
