package org.mingbai.intake.site.web;

import static org.mingbai.shell.Words.t;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mingbai.intake.RightsRequest;
import org.mingbai.intake.RightsRequests;
import org.mingbai.intake.site.Site;
import org.mingbai.shell.Days;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// What the holder of a receipt asked of their own data, and the form to ask.
/// @param code in the forms of a browser that keeps no cookies; else empty
/// @param key of the next thing asked
/// @param typed what could not be taken
/// @param days within which this body answers
public record OwnRightsPage(Site site, RightsRequests.Own own, int days, String code, String key, Map<String, String> typed, FieldErrors errors, boolean done) {

    /// @param opens whether what is held can be opened now
    /// @param copy whether it comes as a file
    public record Row(long no, String wish, String asked, String state, List<String> answer, boolean opens, boolean copy) {}

    /// What is held, part by part.
    /// @param site whose page it is
    public record Held(Site site, String code, List<Part> parts) {}

    /// @param lines one below the other
    public record Part(String heading, List<String> lines) {}

    public String shown(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Choice> wishes() {
        return Arrays.stream(RightsRequest.Wish.values()).filter(wish -> wish.ordinal() < RightsRequest.Wish.CORRECTION.ordinal() || !own.anonymous())
                .map(wish -> new Choice(wish.name(), t("intake.rights.wish." + wish), t("intake.rights.wish." + wish + ".help"))).toList();
    }

    public List<Row> rows() {
        return own.requests().stream().map(OwnRightsPage::row).toList();
    }

    private static Row row(RightsRequest it) {
        var state = it.outcome() == null ? t("intake.rights.own.waits", Days.full(it.due())) : t("intake.rights.outcome." + it.outcome());
        var answer = it.reason() == null ? List.<String>of()
                : it.law() == null ? List.of(it.reason()) : List.of(it.reason(), t("intake.rights.own.law", it.law()));
        return new Row(it.no(), t("intake.rights.wish." + it.wish()), Days.full(Days.dayOf(it.askedAt())), state, answer, it.opens(),
                it.wish() == RightsRequest.Wish.COPY);
    }
}
