package org.mingbai.directory.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.directory.Account;
import org.mingbai.directory.Span;
import org.mingbai.shell.page.Act;

/// One person with the posts they hold and held.
///
/// @param account only for who keeps the accounts
public record PersonPage(long id, String name, List<Held> posts, List<Held> past, List<OwnPage.Lent> standsInFor, List<Act> acts,
        boolean keepsPosts, boolean keepsAccounts, Optional<Account> account) {

    public record Held(long id, long unitId, String unit, String role, String title, Span span, List<OwnPage.Lent> lent) {}
}
