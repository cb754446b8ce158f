package org.mingbai.pattern.web;

import static org.mingbai.shell.Words.t;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.pattern.dispatch.DispatchRefusal;
import org.mingbai.pattern.dispatch.DispatchRule;
import org.mingbai.pattern.dispatch.Suggestion;
import org.mingbai.pattern.dispatch.Suggestion.Source;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.stereotype.Component;

/// Rules and suggestions as sentences one can read aloud.
@Component
public class DispatchWords {

    /// A plain title stands in the marks of a book; one that explains itself does not.
    private static final Pattern PLAIN_TITLE = Pattern.compile("[\\p{IsHan}0-9、·]+");
    private static final int PERCENT = 100;
    private static final double ROUNDING = 1e-9;

    private final Directory directory;

    DispatchWords(Directory directory) {
        this.directory = directory;
    }

    String unit(TenantId tenant, OrganisationId id) {
        return directory.treeOf(tenant).unit(id).map(OrganisationTree.Unit::name).orElse("");
    }

    String units(TenantId tenant, List<OrganisationId> ids) {
        return ids.stream().map(id -> unit(tenant, id)).collect(Collectors.joining(t("pattern.and")));
    }

    boolean isActive(TenantId tenant, OrganisationId id) {
        return directory.treeOf(tenant).unit(id).filter(OrganisationTree.Unit::active).isPresent();
    }

    /// Units by name, for choosing from; where two bear the same one, with the way down from their superior.
    List<String> known(TenantId tenant) {
        var active = directory.treeOf(tenant).all().stream().filter(OrganisationTree.Unit::active).toList();
        var count = active.stream().collect(Collectors.groupingBy(OrganisationTree.Unit::name, Collectors.counting()));
        return active.stream().map(it -> count.getOrDefault(it.name(), 1L) == 1 ? it.name()
                : it.parent().map(above -> unit(tenant, above) + "/").orElse("") + it.name()).sorted().toList();
    }

    /// As a form takes it: the name, or the way down to it.
    String typed(TenantId tenant, OrganisationId id) {
        var name = unit(tenant, id);
        return directory.unitsMeant(tenant, name).size() < 2 ? name
                : directory.treeOf(tenant).superiorOf(id).map(above -> unit(tenant, above) + "/" + name).orElse(name);
    }

    static String scope(DispatchRule.Scope scope) {
        var parts = new ArrayList<String>();
        part(parts, "category", scope.category());
        part(parts, "place", scope.place());
        part(parts, "channel", scope.channel());
        part(parts, "words", String.join(t("pattern.or"), scope.words()));
        return String.join(t("pattern.dispatch.scope.part"), parts);
    }

    private static void part(List<String> parts, String what, String value) {
        if (!value.isEmpty()) {
            parts.add(t("pattern.dispatch.scope." + what, value));
        }
    }

    String to(TenantId tenant, OrganisationId lead, List<OrganisationId> coHandlers) {
        return coHandlers.isEmpty() ? unit(tenant, lead) : t("pattern.dispatch.with", unit(tenant, lead), units(tenant, coHandlers));
    }

    static String basis(DispatchRule.Basis basis) {
        return t("pattern.dispatch.basis", PLAIN_TITLE.matcher(basis.title()).matches() ? t("pattern.dispatch.book", basis.title()) : basis.title(),
                basis.article());
    }

    static String span(DispatchRule rule) {
        return rule.to() == null ? t("pattern.dispatch.from", rule.from().toString())
                : t("pattern.dispatch.from-to", rule.from().toString(), rule.to().toString());
    }

    /// Why a unit is suggested.
    /// @param href of what it rests on; empty where there is nothing to open
    public record Why(String text, String label, String href) {}

    static List<Why> why(Suggestion suggestion) {
        return suggestion.sources().stream().map(DispatchWords::why).toList();
    }

    private static Why why(Source source) {
        return switch (source) {
            case Source.OfRule(var rule) -> new Why(basis(rule.basis()), t("pattern.dispatch.why.rule", rule.number()),
                    CataloguePages.ALL + "/" + rule.number());
            case Source.Learnt(var confidence, var words) -> new Why(words.isEmpty() ? t("pattern.dispatch.why.learnt", sure(confidence))
                    : t("pattern.dispatch.why.learnt.words", sure(confidence), String.join(t("pattern.and"), words)), "", "");
            case Source.Alike(var other, var copy, var words) -> new Why(copy ? t("pattern.dispatch.why.copy")
                    : words.isEmpty() ? t("pattern.dispatch.why.alike") : t("pattern.dispatch.why.alike.words", String.join(t("pattern.and"), words)),
                    MatterNumber.of(other).printed(), "/matters/" + other.id().value());
        };
    }

    /// Never more than it is.
    static long percent(double share) {
        return (long) Math.floor(share * PERCENT + ROUNDING);
    }

    /// Nothing is sure.
    private static long sure(double confidence) {
        return Math.min(PERCENT - 1, percent(confidence));
    }

    static FieldErrors errors(List<DispatchRefusal> why) {
        var errors = FieldErrors.none();
        for (var refusal : why) {
            errors = refusal.field().isEmpty() ? errors.with("", told(refusal))
                    : errors.with(refusal.field(), told(refusal), t("pattern.dispatch.field." + refusal.field()));
        }
        return errors;
    }

    static String told(DispatchRefusal refusal) {
        return t(refusal.key(), refusal.args().stream().map(it -> it instanceof java.time.LocalDate day ? day.toString() : it).toArray());
    }
}
