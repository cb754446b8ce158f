package org.mingbai.supervision.slip.web;

import static java.util.stream.Collectors.joining;
import static org.mingbai.shell.Words.t;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Link;
import org.mingbai.supervision.slip.Slip;
import org.mingbai.supervision.slip.SlipAct;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipRefusal;
import org.mingbai.supervision.slip.SlipState;
import org.springframework.context.i18n.LocaleContextHolder;

/// Units, people, kinds and refusals as the reader calls them.
final class Names {

    private final Directory directory;
    private final TenantId tenant;
    private final OrganisationTree tree;

    Names(Directory directory, TenantId tenant) {
        this.directory = directory;
        this.tenant = tenant;
        this.tree = directory.treeOf(tenant);
    }

    String unit(OrganisationId id) {
        return tree.unit(id).map(OrganisationTree.Unit::name).orElse("");
    }

    String units(Collection<OrganisationId> ids) {
        return ids.stream().map(this::unit).collect(joining(t("ledger.matter.and")));
    }

    String person(@Nullable PersonId id) {
        return id == null ? "" : directory.personName(tenant, id);
    }

    /// The units that can be written to, by name; where two bear the same one, with the way down from their superior.
    List<String> addressees() {
        var active = tree.all().stream().filter(OrganisationTree.Unit::active).toList();
        return active.stream().map(unit -> active.stream().filter(other -> other.name().equals(unit.name())).count() == 1
                ? unit.name() : unit.parent().map(this::unit).orElse("") + "/" + unit.name()).sorted().toList();
    }

    List<OrganisationId> meant(String name) {
        return directory.unitsMeant(tenant, name);
    }

    static String kind(SlipKind kind) {
        return t("ledger.slip." + kind);
    }

    /// `提示单 明督〔2026〕3号`, or its title while it has no number.
    static String called(Slip slip) {
        return kind(slip.kind()) + " " + slip.name();
    }

    /// A day within a text that is kept: without its weekday.
    static String plain(LocalDate day) {
        boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
        return DateTimeFormatter.ofPattern(chinese ? "yyyy年M月d日" : "d MMMM yyyy", LocaleContextHolder.getLocale()).format(day);
    }

    static String label(String field) {
        return field.isEmpty() ? "" : t("supervision.slip.field." + field.replaceFirst("-[A-Z]+$", ""));
    }

    /// A refusal in the reader's words. The holes of its phrase take its components in their order, each shown by what it is.
    String told(SlipRefusal why) {
        var instead = switch (why) {
            case SlipRefusal.UnitAbolished(_, _, var successor) when successor != null -> t("supervision.slip.refusal.successor", unit(successor));
            case SlipRefusal.NobodyAnswersThere(_, _, var superior) when superior != null -> t("supervision.slip.refusal.superior", unit(superior));
            default -> "";
        };
        var args = Stream.of(why.getClass().getRecordComponents()).map(component -> shown(why, component)).toArray();
        if (why instanceof SlipRefusal.UnitAbolished || why instanceof SlipRefusal.NobodyAnswersThere) {
            args[2] = instead;
        }
        return t(why.key(), args);
    }

    private Object shown(SlipRefusal why, RecordComponent component) {
        return switch (valueOf(why, component)) {
            case null -> "";
            case SlipKind kind -> kind(kind);
            case SlipAct.Kind act -> t("supervision.slip.act." + act);
            case SlipState state -> t("supervision.slip.state." + state);
            case OrganisationId unit -> unit(unit);
            case String field when component.getName().equals("field") -> label(field);
            case Object other -> other;
        };
    }

    private static @Nullable Object valueOf(SlipRefusal why, RecordComponent component) {
        try {
            return component.getAccessor().invoke(why);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The slip a refusal speaks of, so that one gets there at once.
    static Optional<Link> instead(SlipRefusal why) {
        return switch (why) {
            case SlipRefusal.AlreadyOpen(_, var id, var name) -> Optional.of(link(id, name));
            case SlipRefusal.FollowedAlready(var id, var name) -> Optional.of(link(id, name));
            case SlipRefusal.NothingToFollow(var id, var name) -> Optional.of(link(id, name));
            default -> Optional.empty();
        };
    }

    private static Link link(long id, String name) {
        return new Link(t("supervision.slip.open-that", name), "/slips/" + id);
    }
}
