package org.mingbai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.store.Replay;
import org.mingbai.ledger.store.WordIndex;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;

/// I4 tried through every door there is: somebody of the unit a matter complains of asks every route about it and learns nothing. A new route is
/// in it by being there.
@MingbaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptFromTest {

    private static final String TITLE = "夜里违规挖沟无人管";
    private static final String TEXT = "举报路灯所连夜挖断水管";

    @Autowired Routes routes;
    @Autowired LedgerScene scene;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired WordIndex words;
    @Autowired Replay replay;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    private SmallTown.Cast cast;
    private MatterId id;
    private Browsing accused;
    private Browsing handling;

    @BeforeAll
    void a_matter_complains_of_roads_and_water_handles_it() {
        cast = scene.cast();
        id = ((Answer.Done) ledger.raise(cast.coordinator(), "rectification", Subject.of(TITLE, TEXT).about(List.of(cast.roads())), UUID.randomUUID()))
                .matter().id();
        does(cast.coordinator(), new Act.PutOnList("属实"));
        does(cast.coordinator(), new Act.Assign(new Assignment(cast.water(), null, List.of(), List.of(),
                Deadline.by(LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(20)), null)));
        words.catchUp();
        accused = signedIn(cast.roadsHandler());
        handling = signedIn(cast.waterHandler());
    }

    @AfterAll
    void leave() {
        accused.close();
        handling.close();
    }

    private Browsing signedIn(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(scene.login(who), Bureau.PASSWORD);
        return browsing;
    }

    private void does(SignedIn who, Act act) {
        assertThat(ledger.act(who, id, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void no_route_tells_the_unit_anything_and_some_tell_whoever_handles_it() throws Exception {
        var told = new TreeSet<String>();
        var toHandler = new TreeSet<String>();
        for (var path : paths()) {
            if (tells(accused, path)) {
                told.add(path);
            }
            if (tells(handling, path)) {
                toHandler.add(path);
            }
        }
        assertThat(told).isEmpty();
        assertThat(toHandler).contains("/tray", "/matters/" + id.value(), "/registers/rectification", "/search?q=" + encoded(TITLE))
                .hasSizeGreaterThan(8);
    }

    @Test
    void counts_do_not_count_it_for_the_unit() {
        assertThat(matters.counts(cast.roadsHandler(), "rectification")).isEmpty();
        assertThat(matters.counts(cast.waterHandler(), "rectification")).hasSize(1);
        assertThat(matters.page(cast.roadsHandler(), MatterFilter.all("rectification")).matters()).isEmpty();
        assertThat(matters.these(cast.roadsHandler(), Set.of(id))).isEmpty();
        assertThat(matters.balance(cast.roadsHandler(), LocalDate.ofInstant(clock.instant(), clock.getZone())).owed()).isZero();
        assertThat(matters.balance(cast.coordinator(), LocalDate.ofInstant(clock.instant(), clock.getZone())).owed()).isEqualTo(1);
    }

    @Test
    void what_is_kept_away_is_read_from_the_journal_again() {
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }

    @Test
    void the_unit_does_nothing_to_it_and_cannot_tell_it_from_none() {
        assertThat(ledger.act(cast.roadsHandler(), id, new Act.Note("Who was it?"), UUID.randomUUID(), null))
                .isEqualTo(new Answer.Refused(new Refusal.NoSuchMatter(id), null));
        assertThat(accused.get("/matters/" + id.value()).statusCode()).isEqualTo(accused.get("/matters/999999999").statusCode());
        assertThat(page(id.value())).isEqualTo(page(999999999));
    }

    /// Without what differs from one loading to the next.
    private String page(long number) {
        return accused.get("/matters/" + number).body().replace("/matters/" + number, "/matters/N")
                .replaceAll("(csrf\"\\s+(content|value))=\"[^\"]*\"", "");
    }

    /// Every address one can ask, with this matter wherever one can be named.
    private List<String> paths() {
        var paths = new ArrayList<String>();
        routes.all().forEach((route, _) -> {
            var named = route.getMethodsCondition().getMethods();
            if (named.isEmpty() || named.contains(RequestMethod.GET)) {
                for (var pattern : route.getPatternValues()) {
                    for (var value : List.of(Long.toString(id.value()), "rectification")) {
                        var path = pattern.replaceAll("\\{\\*[^}]*}", "a").replaceAll("\\{[^}]*}", value);
                        paths.add(path);
                        paths.add(path + "?q=" + encoded(TITLE));
                        paths.add(path + "?register=rectification&matter=" + id.value());
                    }
                }
            }
        });
        return paths.stream().distinct().filter(path -> !path.startsWith("/sign-out")).sorted().toList();
    }

    private static boolean tells(Browsing who, String path) throws IOException {
        var answer = who.getBytes(path);
        var plain = new String(answer, StandardCharsets.UTF_8);
        if (says(plain)) {
            return true;
        }
        return plain.startsWith("PK") && inside(answer).anyMatch(KeptFromTest::says);
    }

    /// What stands in a workbook or another file of files.
    static Stream<String> inside(byte[] file) throws IOException {
        var kept = Files.write(Files.createTempFile("kept", ".zip"), file);
        try (var zip = new ZipFile(kept.toFile())) {
            var texts = new ArrayList<String>();
            for (var entry : Collections.list(zip.entries())) {
                texts.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            return texts.stream();
        } finally {
            Files.delete(kept);
        }
    }

    /// What was typed into the question is said back, so more than that is looked for.
    private static boolean says(String text) {
        return text.contains(TEXT) || text.replace("value=\"" + TITLE + "\"", "").contains(">" + TITLE) || text.contains("\"title\":\"" + TITLE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
