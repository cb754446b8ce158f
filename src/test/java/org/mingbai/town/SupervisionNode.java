package org.mingbai.town;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Holder;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.DataDirectory;
import org.mingbai.supervision.slip.Feedback;
import org.mingbai.supervision.slip.Slip;
import org.mingbai.supervision.slip.SlipAct;
import org.mingbai.supervision.slip.SlipFilter;
import org.mingbai.supervision.slip.SlipRules;
import org.mingbai.supervision.slip.Slips;

/// A process of its own that does a day of the supervising office's work whenever it is told a day, and says when it is through. Two of them
/// do the very same work side by side, as two nodes would whose people press every button twice.
final class SupervisionNode {

    private SupervisionNode() {}

    /// @param args url, user, password, data directory, tenant, office
    public static void main(String[] args) throws Exception {
        var settings = new HikariConfig();
        settings.setJdbcUrl(args[0]);
        settings.setUsername(args[1]);
        settings.setPassword(args[2]);
        settings.setMaximumPoolSize(2);
        var clock = new TownClock(Clock.system(ZoneId.of("Asia/Shanghai")));
        try (var database = new HikariDataSource(settings);
                var verbs = new Verbs(database, new DataDirectory(Path.of(args[3])), clock);
                var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var tenant = new TenantId(Integer.parseInt(args[4]));
            var office = new OrganisationId(Long.parseLong(args[5]));
            var work = new Work(verbs, tenant, office);
            System.out.println("ready");
            for (String line; (line = lines.readLine()) != null; ) {
                var day = LocalDate.parse(line);
                clock.at(day.atTime(9, 0), () -> {
                    work.day(day);
                    return null;
                });
                System.out.println("done " + day);
            }
        }
    }

    private record Work(Verbs verbs, TenantId tenant, OrganisationId office) {

        void day(LocalDate day) {
            verbs.get(SlipRules.class).draft(tenant);
            var coordinator = acting(office, Role.COORDINATOR, day).orElseThrow();
            each(coordinator, SlipFilter.Group.UNSENT, slip -> acting(office, Role.APPROVER, day)
                    .ifPresent(who -> act(who, slip, new SlipAct.Sign(true), "sign")));
            for (var group : List.of(SlipFilter.Group.AWAITED, SlipFilter.Group.OVERDUE)) {
                each(coordinator, group, slip -> {
                    if ((slip.id() * 31 + day.toEpochDay()) % 4 == 0 && slip.id() % 5 != 0) {
                        acting(slip.to(), Role.HANDLER, day).ifPresent(who -> act(who, slip, new SlipAct.Answer(
                                new Feedback.Report(Feedback.For.FINAL, "已经办好", null, null, null, null, "所长")), "answer"));
                    }
                });
            }
            each(coordinator, SlipFilter.Group.TO_JUDGE, slip -> act(coordinator, slip, new SlipAct.Accept("好", null), "accept"));
        }

        private interface Doing {
            void to(Slip slip);
        }

        private void each(SignedIn who, SlipFilter.Group group, Doing doing) {
            var slips = new ArrayList<Slip>();
            var filter = new SlipFilter(null, group, null, null, null, 200);
            for (var page = verbs.get(Slips.class).page(who, filter); !page.slips().isEmpty(); ) {
                slips.addAll(page.slips());
                if (!page.older()) {
                    break;
                }
                page = verbs.get(Slips.class).page(who, new SlipFilter(null, group, null, page.slips().getLast().id(), null, 200));
            }
            slips.forEach(doing::to);
        }

        /// The key is the same on both nodes: pressed twice, it is done once.
        private void act(SignedIn who, Slip slip, SlipAct act, String what) {
            var key = UUID.nameUUIDFromBytes((what + "/" + slip.id()).getBytes(StandardCharsets.UTF_8));
            verbs.get(Slips.class).act(who, slip.id(), act, key, null);
        }

        private Optional<SignedIn> acting(OrganisationId unit, Role role, LocalDate day) {
            var directory = verbs.get(Directory.class);
            return directory.holdersOf(tenant, new Seat(unit, role), day).stream().map(Holder::person)
                    .sorted(Comparator.comparing(person -> person.value()))
                    .flatMap(person -> directory.actingAs(tenant, person).stream()).findFirst();
        }
    }
}
