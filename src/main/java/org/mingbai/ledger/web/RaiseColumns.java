package org.mingbai.ledger.web;

import java.util.List;
import java.util.Set;
import org.mingbai.ledger.Policy;
import org.springframework.context.i18n.LocaleContextHolder;

/// Which of a register's columns are asked when a matter is raised: those its own act or journal will not fill.
final class RaiseColumns {

    /// Asked as parts of every matter.
    private static final Set<String> COMMON = Set.of("number", "title", "text", "source", "channel", "category", "place", "cause", "goal");
    /// Read from the journal as the matter goes on.
    private static final Set<String> TOLD = Set.of("measures", "measureKinds", "leader", "leadUnit", "owners", "coUnits", "start", "due",
            "originalDue",
            "progress", "percent", "light", "evidence", "verdict", "claimedOn", "reviewers", "noticeUntil", "closedOn", "lookBack", "stage",
            "closingNumber", "remark", "reply", "effect", "rules", "difficulties", "upward", "milestones");

    private RaiseColumns() {}

    static List<Policy.Column> further(Policy policy) {
        return policy.columns().stream().filter(column -> !COMMON.contains(column.code()) && !TOLD.contains(column.code())).toList();
    }

    /// The register's own word for a part of every matter, where it has one.
    static String label(Policy policy, String code) {
        return policy.columns().stream().filter(column -> column.code().equals(code)).findFirst().map(RaiseColumns::said)
                .orElseGet(() -> FieldWords.label(null, code));
    }

    static String heading(Policy policy, String code) {
        return policy.columns().stream().filter(column -> column.code().equals(code)).findFirst().map(RaiseColumns::said).orElse(code);
    }

    static String said(Policy.Column column) {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? column.en() : column.zh();
    }
}
