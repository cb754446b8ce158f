package org.mingbai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.TestDatabase;
import org.mingbai.TestTime;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.telling.Reaches;
import org.mingbai.directory.telling.Rhythm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// How one says how one wants to be told where nobody has named a server for letters: a second product, which has none.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = NoMailServerTest.NoServer.class)
@Import({TestTime.class, Bureau.class})
class NoMailServerTest {

    static final class NoServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            new TestDatabase().initialize(context);
            TestPropertyValues.of("mingbai.mail.host=").applyTo(context);
        }
    }

    @Autowired Bureau bureau;
    @Autowired Reaches reaches;
    @LocalServerPort int port;

    private Bureau.Made it;
    private PersonId person;
    private Browsing browsing;

    @BeforeEach
    void aBureau() {
        it = bureau.made();
    }

    @AfterEach
    void leave() {
        browsing.close();
    }

    private void signIn(Role role) {
        var login = "n" + UUID.randomUUID();
        person = bureau.signingIn(it.keeper(), login, new Seat(it.county(), role));
        browsing = new Browsing(port);
        browsing.signIn(login, Bureau.PASSWORD);
    }

    @Test
    void the_page_says_that_no_mail_goes_out_and_asks_for_nothing_that_is_about_mail() {
        signIn(Role.HANDLER);
        assertThat(browsing.get("/me/reach").body()).contains("还没有设置邮件服务器", "由系统管理员设置", "name=\"language\"")
                .doesNotContain("mingbai.mail.host", "name=\"address\"", "name=\"rhythm\"", "name=\"dailyAt\"", "name=\"quietFrom\"");
        assertThat(browsing.post("/me/reach", "/me/reach/language", Map.of("language", "en")).statusCode()).isEqualTo(303);
        var reach = reaches.of(it.tenant(), person);
        assertThat(reach.language()).isEqualTo("en");
        assertThat(reach.rhythm()).isEqualTo(Rhythm.DAILY);
    }

    @Test
    void the_keeper_of_the_system_reads_what_to_set() {
        signIn(Role.SYSTEM_ADMIN);
        assertThat(browsing.get("/me/reach").body()).contains("还没有设置邮件服务器", "mingbai.mail.host").doesNotContain("由系统管理员设置");
        assertThat(browsing.get("/administration/deliveries").body()).contains("还没有设置邮件服务器", "mingbai.mail.host");
    }

    /// Typed when there was a server, which is gone since.
    @Test
    void an_address_that_was_given_can_be_taken_away() {
        signIn(Role.HANDLER);
        browsing.post("/me/reach", "/me/reach", Map.of("rhythm", "AT_ONCE", "address", "w@example.cn", "dailyAt", "08:00", "quietFrom", "22:00",
                "quietUntil", "07:00", "language", "zh"));
        assertThat(browsing.get("/me/reach").body()).contains("已留邮箱：w@example.cn").doesNotContain("发确认信");
        browsing.post("/me/reach", "/me/reach/removal", Map.of());
        assertThat(reaches.of(it.tenant(), person).address()).isEmpty();
    }
}
