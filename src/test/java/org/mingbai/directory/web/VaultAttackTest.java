package org.mingbai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Role;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Identity;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.Vault;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.store.WordIndex;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.pattern.Likenesses;
import org.mingbai.pattern.dispatch.DispatchLearning;
import org.mingbai.supervision.slip.SlipAct;
import org.mingbai.supervision.slip.SlipAnswer;
import org.mingbai.supervision.slip.SlipContent;
import org.mingbai.supervision.slip.SlipDraft;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipSettings;
import org.mingbai.supervision.slip.Slips;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestMethod;

/// The vault attacked: somebody complains of a unit and asks to be kept confidential. Everybody there is at that unit and below it asks every
/// route before the complaint and after it, with its numbers wherever a number can stand, and must read the same both times. A new route is in it by
/// being there.
@MingbaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VaultAttackTest {

    private static final String TITLE = "渣土夜里倒进河道";
    private static final String TEXT = "我在桥头亲眼看见路灯所的车把渣土倒进河里";
    private static final String NAME = "欧阳清越";
    private static final String PHONE = "13699990001";
    private static final String[] MARKS = {TITLE, "渣土", "亲眼看见", NAME, "欧阳", "清越", PHONE, "136****0001", "桥头巷九号", "催办渣土"};
    /// Checkers may what handlers may; the system's and the security administrator see neither matters nor what becomes of them.
    private static final Set<Role> ROLES = EnumSet.complementOf(EnumSet.of(Role.CHECKER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN));
    private static final String NOBODYS = "999999999";
    /// What differs from one loading to the next whatever is in the ledger: keys of forms, tokens, and when a workbook was written.
    private static final Pattern ONCE = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Za-z0-9_-]{40,}|(csrf\"\\s+(content|value))=\"[^\"]*\"");

    @Autowired Routes routes;
    @Autowired SmallTown town;
    @Autowired LedgerScene scene;
    @Autowired Receiving receiving;
    @Autowired Vault vault;
    @Autowired Ledger ledger;
    @Autowired Slips slips;
    @Autowired SlipSettings slipSettings;
    @Autowired WordIndex words;
    @Autowired Likenesses likenesses;
    @Autowired DispatchLearning learning;
    @Autowired JdbcTemplate db;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    private final Map<String, Browsing> accused = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> before = new HashMap<>();
    private final Map<String, Map<String, String>> after = new HashMap<>();
    private SmallTown.Cast cast;
    private Receipt receipt;
    private MatterId id;
    private long slip;

    @BeforeAll
    void everybody_there_looks_and_then_somebody_complains() {
        cast = scene.cast();
        // Numbers that stand nowhere by chance.
        db.execute("select setval('ledger.matter_number', greatest(nextval('ledger.matter_number'), 7300000))");
        db.execute("select setval('supervision.slip_id', greatest(nextval('supervision.slip_id'), 7400000))");
        for (var role : ROLES) {
            accused.put(role.name(), signedIn(town.person(cast.tenant(), "路灯所" + role, cast.roads(), role)));
        }
        var below = town.unit(cast.tenant(), cast.roads(), "路灯二班");
        accused.put("below", signedIn(town.person(cast.tenant(), "二班经办", below, Role.HANDLER)));
        slipSettings.setCodeWord(cast.coordinator(), Keeper.of(cast.coordinator(), ""), cast.office(), null, "明督");
        catchUp();
        accused.forEach((who, browsing) -> before.put(who, readAll(browsing, NOBODYS)));
        complain();
        catchUp();
        accused.forEach((who, browsing) -> after.put(who, readAll(browsing, Long.toString(id.value()))));
    }

    private void complain() {
        var subject = new Subject(TITLE, TEXT, null, null, "网络", null, "桥头巷九号", null, null, Map.of()).about(List.of(cast.roads()));
        receipt = ((VoiceAnswer.Done<Receipt>) receiving.receive(cast.tenant(), new Submission("rectification", subject, Identity.of(NAME, PHONE), false, true,
                "zh", List.of(), UUID.randomUUID()))).value();
        id = receipt.matter();
        does(cast.coordinator(), new Act.PutOnList("属实"));
        does(cast.coordinator(), new Act.Assign(new Assignment(cast.water(), "王镇长", List.of(), List.of(), Deadline.by(clock.today().plusDays(20)), null)));
        does(cast.waterHandler(), new Act.Sign());
        does(cast.waterHandler(), new Act.Note("渣土已封存"));
        assertThat(vault.reveal(cast.coordinator(), id, receipt.voice(), "核实时间", UUID.randomUUID())).isInstanceOf(VoiceAnswer.Done.class);
        var content = new SlipContent("催办渣土一事", "督办办法第九条", "三日内报结果", null, null, null, List.of(), clock.today().plusDays(5), null, null, null,
                clock.today().plusDays(3));
        slip = done(slips.draft(cast.coordinator(), new SlipDraft(SlipKind.PROMPT, id, cast.office(), cast.water(), null, null, content), UUID.randomUUID()));
        done(slips.act(cast.leader(), slip, new SlipAct.Sign(true), UUID.randomUUID(), null));
    }

    private static long done(SlipAnswer answer) {
        return switch (answer) {
            case SlipAnswer.Done(var slip, _) -> slip.id();
            case SlipAnswer.Refused(var why) -> throw new AssertionError(why.toString());
        };
    }

    private void does(SignedIn who, Act act) {
        assertThat(ledger.act(who, id, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }

    /// What runs behind the pages has run.
    private void catchUp() {
        learning.learn(cast.tenant());
        while (words.catchUp() > 0) { }
        while (likenesses.catchUp() > 0) { }
    }

    private Browsing signedIn(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(scene.login(who), Bureau.PASSWORD);
        return browsing;
    }

    @AfterAll
    void leave() {
        accused.values().forEach(Browsing::close);
    }

    @Test
    void whoever_is_there_reads_the_same_as_before_wherever_he_looks() {
        var otherwise = new ArrayList<String>();
        after.forEach((who, all) -> all.forEach((path, read) -> {
            var was = before.get(who).get(path);
            if (says(read) && !says(was) || !growsAnyway(path) && !read.equals(was)) {
                otherwise.add(who + " " + path + ": " + difference(was, read));
            }
        }));
        assertThat(otherwise).isEmpty();
    }

    @Test
    void the_slip_about_it_and_its_paper_are_not_there_for_them() {
        accused.forEach((who, browsing) -> {
            for (var path : List.of("/slips/%d", "/slips/%d/paper", "/slips/%d/acts/answer", "/slips/%d/files/" + "0".repeat(64))) {
                assertThat(browsing.get(path.formatted(slip)).statusCode()).as(who + path).isEqualTo(browsing.get(path.formatted(999_999_999)).statusCode())
                        .isIn(403, 404);
            }
        });
    }

    @Test
    void whoever_handles_it_does_read_of_it() {
        try (var handler = signedIn(cast.waterHandler())) {
            assertThat(readAll(handler, Long.toString(id.value())).values()).filteredOn(read -> read.contains(TITLE)).hasSizeGreaterThan(4);
            assertThat(handler.get("/slips/" + slip).body()).contains("催办渣土");
        }
    }

    @Test
    void no_form_that_is_sent_at_it_tells_or_does_anything() {
        var journal = ledger.journalOf(cast.coordinator(), id);
        var told = new ArrayList<String>();
        accused.forEach((who, browsing) -> {
            var token = browsing.tokenOn("/password");
            for (var path : writes()) {
                var about = send(browsing, token, path, Long.toString(id.value()));
                var nobody = send(browsing, token, path, NOBODYS);
                if (!about.equals(nobody) || says(about)) {
                    told.add(who + " " + path + ": " + difference(nobody, about));
                }
            }
        });
        assertThat(told).isEmpty();
        assertThat(ledger.journalOf(cast.coordinator(), id)).isEqualTo(journal);
    }

    /// Every form, with the number wherever one can be named.
    private static String send(Browsing browsing, String token, String path, String number) {
        var fields = new TreeMap<String, String>();
        for (var field : List.of("matter", "matters", "id", "about", "into", "voice", "no", "slip", "follows", "q", "number", "code")) {
            fields.put(field, number);
        }
        fields.put("register", "rectification");
        fields.put("purpose", "核对");
        fields.put("reason", "核对");
        fields.put("key", UUID.nameUUIDFromBytes((path + number).getBytes(StandardCharsets.UTF_8)).toString());
        var answer = browsing.postWith(token, path.replaceAll("\\{[^}]*}", number), fields);
        return plain(answer.statusCode() + " " + answer.headers().firstValue("location").orElse("") + answer.body(), number);
    }

    /// The audit trail holds what all of them just took out themselves, and the log of the seal is as long as what was sealed anywhere.
    private static boolean growsAnyway(String path) {
        return path.startsWith("/administration/audit") || path.startsWith("/log/");
    }

    private static boolean says(String text) {
        return List.of(MARKS).stream().anyMatch(text::contains);
    }

    private List<String> writes() {
        var paths = new ArrayList<String>();
        routes.all().forEach((route, _) -> {
            if (route.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                paths.addAll(route.getPatternValues());
            }
        });
        return paths.stream().filter(path -> path.contains("{") || path.contains("search")).filter(path -> !path.contains("{*")).sorted().toList();
    }

    /// What every address says to this reader, by its pattern.
    private Map<String, String> readAll(Browsing browsing, String number) {
        var read = new TreeMap<String, String>();
        routes.all().forEach((route, _) -> {
            var named = route.getMethodsCondition().getMethods();
            if (named.isEmpty() || named.contains(RequestMethod.GET)) {
                route.getPatternValues().stream().filter(pattern -> !pattern.startsWith("/sign-out") && !pattern.contains("{*"))
                        .flatMap(pattern -> asked(pattern).stream())
                        .forEach(path -> read.put(path, plain(answered(browsing, filled(path, number)), number)));
            }
        });
        return read;
    }

    /// With the number in its path, or a register; where the path names nothing, with questions beside it.
    private static List<String> asked(String pattern) {
        return pattern.contains("{") ? List.of(pattern, pattern.replaceFirst("\\{[^}]*}", "rectification"))
                : List.of(pattern, pattern + "?q=" + encoded(TITLE) + "&words=" + encoded("渣土"),
                        pattern + "?register=rectification&matter={m}&follows={m}");
    }

    private static String filled(String pattern, String number) {
        return pattern.replaceAll("\\{[^}]*}", number);
    }

    private static String answered(Browsing browsing, String path) {
        if (path.contains(".xlsx")) {
            return workbook(browsing.getBytes(path));
        }
        var answer = browsing.get(path);
        return answer.statusCode() + " " + answer.headers().firstValue("location").orElse("") + " " + answer.body();
    }

    private static String workbook(byte[] file) {
        try {
            return new String(file, 0, 2, StandardCharsets.US_ASCII).equals("PK")
                    ? KeptFromTest.inside(file).filter(part -> !part.contains("dcterms:created")).toList().toString()
                    : new String(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Without what differs anyway, and with one number for the matter there is and the one there is not.
    private static String plain(String text, String number) {
        return ONCE.matcher(text).replaceAll("~").replace(number, "N");
    }

    private static String difference(String was, String is) {
        int at = 0;
        while (at < Math.min(was.length(), is.length()) && was.charAt(at) == is.charAt(at)) {
            at++;
        }
        return "…" + was.substring(Math.max(0, at - 60), Math.min(was.length(), at + 80)) + "… and then …"
                + is.substring(Math.max(0, at - 60), Math.min(is.length(), at + 80)) + "…";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
