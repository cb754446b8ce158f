package org.mingbai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Access;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.shell.Open;
import org.mingbai.shell.Unsaid;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/// Every route there is, called as every role there is and as nobody. A new route is in it by being there.
@MingbaiTest
class MatrixTest {

    private static final Set<Integer> TURNED_AWAY = Set.of(401, 403);

    @Autowired Routes routes;
    @Autowired Bureau bureau;
    @LocalServerPort int port;

    record Call(String method, String path, String type, Right right) {}

    @Test
    void a_role_gets_through_to_a_route_exactly_when_the_table_says_so() {
        var it = bureau.made();
        var wrong = new ArrayList<String>();
        for (var role : Role.values()) {
            var login = "m" + UUID.randomUUID();
            bureau.signingIn(it.keeper(), login, new Seat(it.county(), role));
            try (var browsing = new Browsing(port)) {
                browsing.signIn(login, Bureau.PASSWORD);
                for (var call : calls()) {
                    int status = status(browsing, call, "/password");
                    boolean through = !TURNED_AWAY.contains(status);
                    boolean may = Access.rightsOf(role).contains(call.right());
                    if (through != may || status >= 500) {
                        wrong.add("%s %s %s: %d, asked for %s".formatted(role, call.method(), call.path(), status, call.right()));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_refused_route_leaves_a_line_in_the_log_with_the_routes_name_and_nothing_that_was_typed() {
        var it = bureau.made();
        var person = bureau.signingIn(it.keeper(), "refused." + it.tenant().value(), new Seat(it.county(), Role.HANDLER));
        var log = (Logger) LoggerFactory.getLogger(Gate.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        try (var browsing = new Browsing(port)) {
            browsing.signIn("refused." + it.tenant().value(), Bureau.PASSWORD);
            assertThat(browsing.get("/directory/people/4712/name?q=typed").statusCode()).isEqualTo(403);
            assertThat(browsing.get("/me").statusCode()).isEqualTo(200);
        } finally {
            log.detachAppender(lines);
        }
        assertThat(lines.list).filteredOn(line -> line.getFormattedMessage().contains(" of tenant " + it.tenant().value() + " ")).singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).contains("GET /directory/people/{id}/name", "person " + person.value())
                        .doesNotContain("4712", "typed"));
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_the_sign_in_from_all_that_is_not_public() {
        var wrong = new ArrayList<String>();
        try (var browsing = new Browsing(port)) {
            for (var call : calls()) {
                int status = status(browsing, call, "/sign-in");
                boolean led = status == 303 || status == 401;
                if (call.right() != Right.PUBLIC && !led) {
                    wrong.add(call + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_right_but_the_outermost_is_asked_for_by_its_name_in_the_table() {
        var granted = new EnumMap<Right, Set<Role>>(Right.class);
        for (var role : Role.values()) {
            Access.rightsOf(role).forEach(right -> granted.computeIfAbsent(right, r -> new TreeSet<>()).add(role));
        }
        assertThat(granted.keySet()).containsExactlyInAnyOrder(Right.values());
    }

    @Test
    void a_route_that_asks_for_no_right_does_not_start() throws Exception {
        class Careless {
            public void open() {}
        }
        Method method = Careless.class.getMethod("open");
        assertThatThrownBy(() -> Routes.refuseUnsaid(Map.of(
                RequestMappingInfo.paths("/careless").build(), new HandlerMethod(new Careless(), method))))
                .hasMessageContaining("/careless");
    }

    /// One of the shell's own, and one of somebody else's who takes its word.
    @Test
    void neither_the_shells_package_nor_its_word_elsewhere_opens_a_route() throws Exception {
        class Elsewhere {
            @Open("so it says")
            public void open() {}
        }
        for (var handler : List.of(new HandlerMethod(new Unsaid(), Unsaid.class.getMethod("open")),
                new HandlerMethod(new Elsewhere(), Elsewhere.class.getMethod("open")))) {
            assertThatThrownBy(() -> Routes.refuseUnsaid(Map.of(RequestMappingInfo.paths("/careless").build(), handler)))
                    .hasMessageContaining("/careless");
        }
        Routes.refuseUnsaid(Map.of(RequestMappingInfo.paths("/said").build(), new HandlerMethod(new Unsaid(), Unsaid.class.getMethod("said"))));
    }

    private List<Call> calls() {
        var calls = new ArrayList<Call>();
        routes.all().forEach((route, handler) -> {
            var right = Routes.needOf(handler).orElseThrow();
            var type = route.getConsumesCondition().getConsumableMediaTypes().stream().findFirst()
                    .orElse(MediaType.APPLICATION_FORM_URLENCODED).toString();
            var named = route.getMethodsCondition().getMethods();
            for (var pattern : route.getPatternValues()) {
                var path = pattern.replaceAll("\\{\\*[^}]*}", "a").replaceAll("\\{[^}]*}", "999999999");
                (named.isEmpty() ? Set.of(RequestMethod.GET) : named).forEach(method -> calls.add(new Call(method.name(), path, type, right)));
            }
        });
        return calls.stream().filter(call -> !call.path().equals("/sign-out") && !call.path().equals("/sign-in")).toList();
    }

    /// @param form a page with a token, asked for anew since the call before may have ended the session
    private static int status(Browsing browsing, Call call, String form) {
        return call.method().equals("GET")
                ? browsing.get(call.path()).statusCode()
                : browsing.send(call.method(), call.path(), call.type(), browsing.tokenOn(form)).statusCode();
    }
}
