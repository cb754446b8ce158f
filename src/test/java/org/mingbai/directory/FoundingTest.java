package org.mingbai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class FoundingTest {

    @Autowired Founding founding;
    @Autowired SignIn signIn;
    @Autowired Tenants tenants;

    @Test
    void a_new_account_begins_with_three_separate_administrators_who_must_change_their_passwords() {
        var founded = founding.found("清河县人民政府", OrganisationKind.GOVERNMENT).orThrow();
        assertThat(founded.administrators()).extracting(first -> {
            var welcome = (SignIn.Attempt.Welcome) signIn.attempt(first.login() + "@" + founded.tenant().value(), first.password(), "");
            assertThat(welcome.mustChangePassword()).isTrue();
            return welcome.who().seats().iterator().next().role();
        }).containsExactly(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
    }

    @Test
    void a_name_that_is_refused_begins_nothing() {
        int before = tenants.all().size();
        assertThat(founding.found("<县>", OrganisationKind.GOVERNMENT).refusals()).isNotEmpty();
        assertThat(tenants.all()).hasSize(before);
    }
}
