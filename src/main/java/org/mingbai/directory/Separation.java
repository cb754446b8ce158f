package org.mingbai.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Keeps the three administrators apart from one another and from the matters, on every day of every post and stand-in.
@Component
class Separation {

    private final PostTable posts;
    private final StandInTable standIns;

    Separation(PostTable posts, StandInTable standIns) {
        this.posts = posts;
        this.standIns = standIns;
    }

    /// Why this person may not have that role over that span besides what they have already.
    Optional<Refusal> hinders(TenantId tenant, PersonId person, Role wanted, Span span) {
        return rolesDuring(tenant, person, span).stream()
                .filter(held -> !together(held, wanted))
                .findFirst()
                .map(held -> new Refusal.NotTogether(held, wanted));
    }

    static boolean together(Role one, Role other) {
        return one == other || !one.administrates() && !other.administrates();
    }

    private List<Role> rolesDuring(TenantId tenant, PersonId person, Span span) {
        var roles = new ArrayList<Role>();
        posts.ofPerson(tenant, person).stream().filter(post -> post.span().overlaps(span)).forEach(post -> roles.add(post.seat().role()));
        standIns.by(tenant, person).stream().filter(lent -> lent.span().overlaps(span)).forEach(lent -> roles.add(lent.post().seat().role()));
        return roles;
    }
}
