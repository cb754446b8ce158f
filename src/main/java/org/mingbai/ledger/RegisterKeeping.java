package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingbai.directory.Access;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// What the office that coordinates a register may change of it. Matters already on it keep the rules they were raised under.
@Component
public class RegisterKeeping {

    private static final int PAGE = 200;

    private final Registers registers;
    private final Matters matters;
    private final Ledger ledger;
    private final AuditTrail audit;

    RegisterKeeping(Registers registers, Matters matters, Ledger ledger, AuditTrail audit) {
        this.registers = registers;
        this.matters = matters;
        this.ledger = ledger;
        this.audit = audit;
    }

    /// Only the coordinators of the office itself: another office's rules are not theirs to bend.
    public static boolean keeps(SignedIn who, Register register) {
        return Access.unitsWhere(who, Right.KEEP_REGISTERS).contains(register.office());
    }

    /// @param seen the latest version its writer saw
    /// @return empty when somebody else put one in force meanwhile
    public Optional<Policy> put(SignedIn who, String address, Register register, int seen, Policy policy, LocalDate from) {
        mustKeep(who, register);
        if (registers.versions(who.tenant(), register.code()).getFirst().policy().version() != seen) {
            return Optional.empty();
        }
        try {
            var put = registers.put(who.tenant(), policy, from);
            audit.registerChanged(Keeper.of(who, address), AuditAct.REGISTER_RULED, register.zh(),
                    Map.of("version", Integer.toString(seen)), Map.of("version", Integer.toString(put.version()), "from", from.toString()));
            return Optional.of(put);
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    public void rename(SignedIn who, String address, Register register, String zh, String en) {
        mustKeep(who, register);
        registers.rename(who.tenant(), register.code(), zh, en);
        audit.registerChanged(Keeper.of(who, address), AuditAct.REGISTER_MOVED, zh, Map.of("zh", register.zh(), "en", register.en()),
                Map.of("zh", zh, "en", en));
    }

    /// Opens it to people without an account, or closes it to them; what was raised stays.
    public void show(SignedIn who, String address, Register register, boolean open, boolean published) {
        mustKeep(who, register);
        registers.show(who.tenant(), register.code(), open, published);
        audit.registerChanged(Keeper.of(who, address), AuditAct.REGISTER_SHOWN, register.zh(),
                Map.of("open", Boolean.toString(register.open()), "published", Boolean.toString(register.published())),
                Map.of("open", Boolean.toString(open), "published", Boolean.toString(published)));
    }

    /// Gives the register to another office, and with it whatever waits for the old one: an entry in each such journal makes it the new one's turn.
    /// @param told what these entries say
    /// @return how many matters changed hands
    public int move(SignedIn who, String address, Register register, OrganisationId office, String told) {
        mustKeep(who, register);
        registers.moveOffice(who.tenant(), register.code(), office);
        audit.registerChanged(Keeper.of(who, address), AuditAct.REGISTER_MOVED, register.zh(),
                Map.of("office", Long.toString(register.office().value())), Map.of("office", Long.toString(office.value())));
        int moved = 0;
        var filter = new MatterFilter(register.code(), java.util.Set.of(), false, null, null, null, null, null, MatterFilter.Order.OLDEST, null, PAGE);
        for (var asked = Optional.of(filter); asked.isPresent(); ) {
            var page = matters.page(who, asked.get());
            for (var matter : page.matters()) {
                if (matter.turn() != null && matter.turn().unit().equals(register.office())
                        && ledger.act(who, matter.id(), new Act.Note(told), UUID.randomUUID(), null) instanceof Answer.Done) {
                    moved++;
                }
            }
            asked = page.next().map(next -> filter.from(next, filter.order(), PAGE));
        }
        return moved;
    }

    private static void mustKeep(SignedIn who, Register register) {
        if (!keeps(who, register)) {
            throw new IllegalStateException("Register " + register.code() + " is not theirs to keep");
        }
    }
}
