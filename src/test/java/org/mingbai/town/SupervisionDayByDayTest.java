package org.mingbai.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.TestDatabase;
import org.mingbai.TestProcess;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Holder;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.store.Replay;
import org.mingbai.shell.DataDirectory;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipRule;
import org.mingbai.supervision.slip.SlipRules;
import org.mingbai.supervision.slip.SlipSettings;
import org.mingbai.supervision.slip.Slips;
import org.mingbai.town.cast.Unit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two months of the sample town, from spring past the days off of Labour Day, or a whole year with `-Dmingbai.supervision.days=365`, day by day, with
/// two processes at the same work, one of which is killed amid it now and then: every slip goes out once, nothing falls silent, and trays and orphans
/// add up every evening (I7).
@MingbaiTest
@Timeout(600)
class SupervisionDayByDayTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final int DAYS = Integer.getInteger("mingbai.supervision.days", 66);
    private static final List<Integer> KILLED_ON = List.of(20, 40, 41, 55, 110, 290);
    /// How long a slip may be without an answer before the next rung, and how long a clock before its first slip.
    private static final int GRACE = 2;

    @Autowired DataSource database;
    @Autowired DataDirectory data;
    @Autowired SettableClock clock;
    @Autowired Directory directory;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired Replay replay;
    @Autowired Slips slips;
    @Autowired SlipSettings slipSettings;
    @Autowired SlipRules rules;
    @Autowired JdbcClient db;

    private final Random random = new Random(20_260_302);
    private TenantId tenant;
    private OrganisationId office;
    private List<OrganisationId> units;

    @Test
    void every_slip_goes_out_once_and_no_matter_falls_silent() throws Exception {
        clock.set(FIRST.atTime(9, 0));
        var cast = new Town(database, data, clock).found(0.06).cast();
        tenant = cast.tenant();
        office = cast.id(Unit.OFFICE);
        units = directory.treeOf(tenant).all().stream().map(unit -> unit.id()).filter(unit -> !unit.equals(office))
                .filter(unit -> !directory.holdersOf(tenant, new Seat(unit, Role.HANDLER), FIRST).isEmpty()).toList();
        rule(SlipRule.Occasion.CLOCK_LATE, SlipKind.WARNING);
        rule(SlipRule.Occasion.SLIP_UNANSWERED, SlipKind.URGING);

        try (var one = new Node(); var two = new Node()) {
            for (int n = 1; n <= DAYS; n++) {
                var day = FIRST.plusDays(n);
                clock.set(day);
                liveOneDay(day);
                one.begin(day);
                two.begin(day);
                if (KILLED_ON.contains(n)) {
                    two.killAndStartAgain(random.nextInt(60));
                    two.begin(day);
                }
                one.await(day);
                two.await(day);
                evening(day, n);
            }
        }
        allOfIt();
    }

    private void rule(SlipRule.Occasion occasion, SlipKind kind) {
        var who = acting(office, Role.COORDINATOR);
        if (slipSettings.codeWords(tenant, office).isEmpty()) {
            assertThat(slipSettings.setCodeWord(who, Keeper.of(who, ""), office, null, "青督")).isEmpty();
        }
        assertThat(rules.put(who, Keeper.of(who, ""), new SlipRules.Asked("", office, occasion, null, null, GRACE, kind, 3, false, "督查督办办法第五条",
                FIRST.plusDays(1)), UUID.randomUUID())).isEmpty();
    }

    /// Something is raised and given away every day, some of it is signed for, some is taken back.
    private void liveOneDay(LocalDate day) {
        var who = acting(office, Role.COORDINATOR);
        var id = ((Answer.Done) ledger.raise(who, "rectification", Subject.of(day + " 的路灯", "不亮"), UUID.randomUUID())).matter().id();
        done(who, id, new Act.PutOnList(null));
        done(who, id, new Act.Assign(new Assignment(units.get(random.nextInt(units.size())), null, List.of(), List.of(),
                Deadline.by(day.plusDays(5 + random.nextInt(40))), null)));
        for (int n = 0; n < 2; n++) {
            var unit = units.get(random.nextInt(units.size()));
            matters.tray(acting(unit, Role.HANDLER), 3).stream().filter(matter -> matter.stage().named() == StageName.ASSIGNED).findFirst()
                    .ifPresent(matter -> ledger.act(acting(unit, Role.HANDLER), matter.id(), new Act.Sign(), UUID.randomUUID(), null));
        }
        if (random.nextInt(3) == 0) {
            var unit = units.get(random.nextInt(units.size()));
            matters.tray(acting(unit, Role.HANDLER), 5).stream().map(Matter::id).reduce((_, last) -> last).ifPresent(last ->
                    ledger.act(acting(office, Role.APPROVER), last, new Act.Withdraw("已由别的渠道办结"), UUID.randomUUID(), null));
        }
    }

    private void done(SignedIn who, MatterId id, Act act) {
        assertThat(ledger.act(who, id, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }

    private void evening(LocalDate day, int n) {
        var balance = matters.balance(acting(office, Role.COORDINATOR), day);
        assertThat(balance.inTrays() + balance.orphans()).as("%s", day).isEqualTo(balance.owed());
        assertThat(rules.dryRun(acting(office, Role.COORDINATOR)))
                .as("on %s rules wrote all they could, but for what a slip that ended today had kept back", day)
                .allMatch(proposal -> proposal.why().isPresent() || writtenToBefore(proposal));
        assertThat(doubles("select cause from supervision.slip where tenant = :tenant and cause is not null group by cause having count(*) > 1")).isEmpty();
        if (n % 60 == 0) {
            assertThat(replay.check(tenant).differences()).as("%s", day).isEmpty();
        }
        assertThat(silent(day)).as("late for long on %s, and nobody was written to", day).isEmpty();
    }

    private boolean writtenToBefore(SlipRules.Proposal proposal) {
        var about = proposal.draft().matter();
        return about != null && slips.ofMatter(acting(office, Role.COORDINATOR), about).stream().anyMatch(slip -> slip.to().equals(proposal.draft().to()));
    }

    /// Clocks long late, of a unit that somebody answers for, about whose matter no slip ever went to that unit.
    private List<String> silent(LocalDate day) {
        return db.sql("""
                        select distinct c.matter || ' ' || c.step from supervision.clock c
                        where c.tenant = :tenant and c.ended_at is null and not c.paused and c.late_from < :since and c.unit = any(:units)
                        and c.step not in ('OBJECT', 'ASK_REVIEW', 'ASK_REEXAMINATION')
                        and not exists (select from supervision.slip s where s.tenant = c.tenant and s.matter = c.matter and s.to_unit = c.unit)
                        """)
                .param("tenant", tenant.value()).param("since", day.minusDays(GRACE + 1L).atStartOfDay(SettableClock.ZONE).toOffsetDateTime())
                .param("units", units.stream().map(OrganisationId::value).toArray(Long[]::new)).query(String.class).list();
    }

    private void allOfIt() {
        long sent = db.sql("select count(*) from supervision.slip where tenant = :tenant and sent_at is not null").param("tenant", tenant.value())
                .query(Long.class).single();
        assertThat(sent).as("there was something to write").isGreaterThan(DAYS / 2);
        assertThat(doubles("select matter || ' ' || (body ->> 'slip') from ledger.entry where tenant = :tenant and kind = 'SlipSent'"
                + " group by matter, body ->> 'slip' having count(*) > 1")).as("told twice in a journal").isEmpty();
        assertThat(doubles("select slip || ' ' || kind from supervision.slip_event where tenant = :tenant and kind in ('Signed', 'Sent')"
                + " group by slip, kind having count(*) > 1")).as("sent twice").isEmpty();
        assertThat(doubles("select code_word || year from supervision.slip where tenant = :tenant and number is not null group by code_word, year"
                + " having count(*) <> max(number) or count(distinct number) <> count(*)")).as("gaps and doubles in the numbers").isEmpty();
        assertThat(doubles("select matter::text from supervision.slip where tenant = :tenant and ended_at is null and kind <> 'NOTICE'"
                + " and sent_at is not null and state <> 'ANSWERED' group by matter, to_unit, thing having count(*) > 1"))
                .as("two at once about one thing").isEmpty();
        assertThat(replay.check(tenant).differences()).isEmpty();
    }

    private List<String> doubles(String question) {
        return db.sql(question).param("tenant", tenant.value()).query(String.class).list();
    }

    private SignedIn acting(OrganisationId unit, Role role) {
        return directory.holdersOf(tenant, new Seat(unit, role), clock.today()).stream().map(Holder::person)
                .flatMap(person -> directory.actingAs(tenant, person).stream()).findFirst().orElseThrow();
    }

    /// One of the two processes.
    private final class Node implements AutoCloseable {

        private Process process;
        private BufferedReader said;

        Node() throws IOException {
            start();
        }

        private void start() throws IOException {
            process = TestProcess.start(SupervisionNode.class, TestDatabase.server().url(), TestDatabase.server().user(), TestDatabase.server().password(),
                    data.path().toString(), Integer.toString(tenant.value()), Long.toString(office.value()));
            said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            expect("ready");
        }

        void begin(LocalDate day) throws IOException {
            process.getOutputStream().write((day + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        void await(LocalDate day) throws IOException {
            expect("done " + day);
        }

        /// Whatever it was at: as `kill -9` does it.
        void killAndStartAgain(int afterMillis) throws Exception {
            process.waitFor(afterMillis, java.util.concurrent.TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            start();
        }

        private void expect(String word) throws IOException {
            var heard = new ArrayList<String>();
            for (String line; (line = said.readLine()) != null; ) {
                if (line.equals(word)) {
                    return;
                }
                heard.add(line);
            }
            var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            throw new AssertionError("The process ended before \"" + word + "\": " + heard + errors);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
