package org.mingbai.town;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Organisations;
import org.mingbai.directory.People;
import org.mingbai.directory.Role;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.ledger.Policy;
import org.mingbai.intake.open311.Services;
import org.mingbai.ledger.Registers;
import org.mingbai.pattern.dispatch.DispatchRules;
import org.mingbai.shell.DataDirectory;
import org.mingbai.supervision.PauseReason;
import org.mingbai.supervision.RuleAnswer;
import org.mingbai.supervision.RuleDraft;
import org.mingbai.supervision.RulePack;
import org.mingbai.supervision.TimeRules;
import org.mingbai.town.cast.Cast;
import org.mingbai.town.cast.Casting;
import org.mingbai.town.cast.Figure;
import org.mingbai.town.cast.Unit;
import org.mingbai.town.story.Chronicle;
import org.mingbai.town.story.Story;

/// Founds the sample town: its directory, its registers, and fourteen months of matters up to now, and what the
/// office that supervises does about them.
public final class Town {

    private static final List<Role> MEETING = List.of(Role.COORDINATOR, Role.LEADER, Role.HANDLER, Role.CHECKER, Role.VERDICT_TAKER, Role.APPROVER,
            Role.AUDITOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);

    public static final String NAME = "青榆镇";

    /// The shipped packs it has counted by since before its first matter.
    private static final List<String> LIMITS = List.of(RulePack.AT_FOUNDING, "beijing");

    private static final int YEARS_BEFORE = 3;
    private static final String OWN_LIMIT = "hotline.handle";
    private static final int OWN_LIMIT_DAYS = 60;

    private static final long SEED = 20_260_718L;

    /// A way into the sample.
    public record SignIn(String login, String password, Figure figure) {}

    /// @param stories what was acted out, in the order of the matters' numbers
    public record Founded(Cast cast, List<Story> stories) {}

    private final DataSource database;
    private final DataDirectory data;
    private final Clock present;

    public Town(DataSource database, DataDirectory data, Clock present) {
        this.database = database;
        this.data = data;
        this.present = present;
    }

    /// Adds the town as a tenant of its own. Its sign-ins come last: without them a town is half built.
    public Founded found() {
        return found(1);
    }

    /// @param share how much of its past; with little of it, it is founded sooner
    Founded found(double share) {
        var clock = new TownClock(present);
        try (var verbs = new Verbs(database, data, clock)) {
            var now = LocalDateTime.now(present).truncatedTo(ChronoUnit.SECONDS);
            var casting = new Casting(verbs.get(Organisations.class), verbs.get(People.class), verbs.get(Accounts.class));
            var cast = casting.cast(verbs.get(Tenants.class).found(NAME), now.toLocalDate());
            var registers = verbs.get(Registers.class);
            registers.layOut(cast.tenant(), cast.id(Unit.OFFICE));
            registers.show(cast.tenant(), "hotline", true, true);
            registers.show(cast.tenant(), "livelihood", false, true);
            Programs.offer(cast.tenant(), verbs.get(Services.class));
            for (var pack : LIMITS) {
                verbs.get(TimeRules.class).found(Keeper.program(cast.tenant(), "sample"), RulePack.shipped(pack).orElseThrow(),
                        now.minusYears(YEARS_BEFORE).toLocalDate());
            }
            stopForTests(verbs.get(TimeRules.class), clock, cast, now.minusDays(OWN_LIMIT_DAYS));
            Dispatching.write(verbs.get(DispatchRules.class), clock, cast, now);
            var stories = stories(cast, policies(registers, cast.tenant()), now, share);
            var company = new Company(verbs.get(Directory.class), clock, cast, now.minusYears(YEARS_BEFORE));
            new Acting(verbs, company, cast).play(stories);
            new Watching(verbs, company, cast, now, present.getZone()).watch();
            new Calling(verbs, company, cast, now).call();
            new Asking(verbs, company, cast, now, present.getZone()).ask();
            new Releasing(verbs, company, now).release();
            new Showing(verbs, company, now).show();
            new Campaigning(verbs, company, cast, now).run();
            casting.openAccounts(cast);
            return new Founded(cast, stories);
        }
    }

    /// The town's own version of a shipped limit: what is sent to be tested waits for the laboratory.
    private static void stopForTests(TimeRules rules, TownClock clock, Cast cast, LocalDateTime at) {
        var shipped = RuleDraft.of(rules.versions(cast.tenant(), OWN_LIMIT).getFirst());
        var keeper = Figure.ALL.stream().filter(figure -> figure.code().equals(Watching.DESK)).findFirst().orElseThrow();
        var by = new Keeper(cast.tenant(), Optional.of(cast.people().get(keeper.code())), keeper.name(), "");
        var pauses = EnumSet.copyOf(shipped.pauses());
        pauses.add(PauseReason.APPRAISAL);
        var own = new RuleDraft(shipped.code(), shipped.scope(), shipped.step(), shipped.limit(), shipped.starts(), shipped.ends(), pauses,
                shipped.pauseBasis() + "；送检期间不计入，《青榆镇督查督办工作办法》第七条", shipped.extension(), shipped.closes(), shipped.atRiskPercent(),
                shipped.basisTitle(), shipped.basisArticle(), at.toLocalDate().plusDays(1), null);
        if (clock.at(at, () -> rules.put(by, own, 1)) instanceof RuleAnswer.Refused(var why)) {
            throw new IllegalStateException("The town's own limit was refused: " + why);
        }
    }

    /// The same moment gives the same stories.
    static List<Story> stories(Cast cast, Map<String, Policy> policies, LocalDateTime now, double share) {
        return Chronicle.of(cast, policies, now, share, SEED);
    }

    static Map<String, Policy> policies(Registers registers, TenantId tenant) {
        var policies = new HashMap<String, Policy>();
        registers.of(tenant).forEach(register -> policies.put(register.code(), register.policy()));
        return policies;
    }

    /// In the order in which a matter meets them; those who only read and those who administer come last.
    public static List<SignIn> signIns() {
        return Figure.ALL.stream().sorted(Comparator.comparingInt(figure -> MEETING.indexOf(figure.role()))).flatMap(
                figure -> figure.login().stream().map(login -> new SignIn(login, Casting.PASSWORD, figure))).toList();
    }
}
