package org.mingbai.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.ledger.Cast.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The registers as shipped, each worked through by following whose turn it is, with nothing known but that.
class ShippedRegistersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Policy> shipped() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/registers"))) {
            return files.sorted().toList().stream().map(ShippedRegistersTest::read);
        }
    }

    @Test
    void all_nine_are_there() throws IOException {
        assertThat(shipped()).extracting(Policy::register).containsExactly("development", "hotline", "livelihood", "problem", "rectification",
                "research", "responsibility", "rules", "task");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whoever_has_the_turn_can_always_carry_it_on_to_the_end(Policy policy) {
        var story = Story.aMatter(policy);
        drive(story);
        assertThat(story.matter().round().ending().outcome()).isEqualTo(Outcome.SOLVED);
        assertThat(story.stage()).isEqualTo(policy.lookBackDays() > 0 ? StageName.HELD : StageName.CLOSED);
        var entries = story.journal().stream().map(Line::entry).toList();
        assertThat(entries).filteredOn(Entry.Verified.class::isInstance).hasSameSizeAs(policy.verification());
        assertThat(entries).filteredOn(Entry.ReviewPassed.class::isInstance).hasSameSizeAs(policy.review());
        assertThat(entries).filteredOn(Entry.NoticeEnded.class::isInstance).hasSize(policy.noticeDays() > 0 ? 1 : 0);
        assertThat(entries).filteredOn(Entry.VerdictRecorded.class::isInstance).hasSize(policy.verdict() ? 1 : 0);
        assertThat(entries).filteredOn(Entry.LookedBack.class::isInstance).hasSize(policy.lookBackDays() > 0 ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void each_way_of_ending_it_names_can_be_reached(Policy policy) {
        for (var outcome : policy.outcomes()) {
            var story = Story.aMatter(policy).claimed(Outcome.values()[Math.min(outcome.ordinal(), Outcome.EXPLAINED.ordinal())]).checks().notices();
            if (story.stage() == StageName.AWAITING_VERDICT) {
                story.judged(outcome == Outcome.SOLVED ? Verdict.Solved.FULLY : Verdict.Solved.PARTLY, Verdict.Satisfied.FAIRLY_SATISFIED);
            }
            story.does(Cast.SIGNER, new Act.Close(outcome, "Signed", "Told"));
            assertThat(story.matter().round().ending().outcome()).isEqualTo(outcome);
        }
    }

    @Test
    void a_version_kept_before_a_rule_was_known_reads_as_without_it() {
        var written = org.mingbai.ledger.store.PolicyJson.write(Policies.SILENT);
        assertThat(written).contains("\"unreachedMaySolve\":true");
        assertThat(org.mingbai.ledger.store.PolicyJson.read(written.replace("\"unreachedMaySolve\":true,", "")).unreachedMaySolve()).isFalse();
        var older = org.mingbai.ledger.store.PolicyJson.read(org.mingbai.ledger.store.PolicyJson.write(Policies.FULL)
                .replace("\"returnsMax\":2,", "").replace("\"reviewable\":true,", ""));
        assertThat(older.returnsMax()).isZero();
        assertThat(older.reviewable()).isFalse();
    }

    /// Does what the one whose turn it is has to do, until it is nobody's turn. A fresh person for each part.
    private static void drive(Story story) {
        for (int steps = 0; story.matter().turn() != null; steps++) {
            assertThat(steps).as("still at %s", story.stage()).isLessThan(40);
            var seat = story.matter().turn();
            story.does(at(seat, story), next(story));
            if (story.stage() == StageName.ON_NOTICE) {
                story.later(story.policy().noticeDays() + 1);
            } else if (story.stage() == StageName.LOOK_BACK_DUE) {
                story.later(story.policy().lookBackDays());
            }
        }
    }

    /// One person for each seat, but another for each check, as two checks of one unit are made by two people.
    private static Person at(Seat seat, Story story) {
        int step = seat.role() == Role.CHECKER ? Lifecycle.stepOf(story.matter()) : 0;
        return new Person(seat.unit().value() * 1_000 + seat.role().ordinal() * 10 + step, seat);
    }

    private static Act next(Story story) {
        var matter = story.matter();
        return switch (matter.stage()) {
            case Stage.Raised(int passed) -> passed < story.policy().verification().size() ? new Act.Verify(null) : new Act.PutOnList(null);
            case Stage.Listed _ -> new Act.Assign(new Assignment(Cast.ROADS, null, List.of(), List.of(),
                    Deadline.by(story.today().plusDays(story.policy().limitDays())), null));
            case Stage.Assigned _ -> new Act.Sign();
            case Stage.Signed _ -> Story.plan("Lamp");
            case Stage.InProgress _ -> matter.round().unproven().isEmpty() ? new Act.ClaimClosure(Outcome.SOLVED, "Burns") : Story.proof();
            case Stage.Claimed _, Stage.InReview _ -> new Act.PassReview(null);
            case Stage.OnNotice _ -> new Act.EndNotice();
            case Stage.AwaitingVerdict _ -> new Act.RecordVerdict(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, null));
            case Stage.AwaitingClosure _ -> new Act.Close(Outcome.SOLVED, "Signed", null);
            case Stage.LookBackDue _ -> new Act.LookBack(true, LookBackMethod.CALL, "Burns");
            default -> throw new AssertionError(matter.stage());
        };
    }

    private static Policy read(Path file) {
        JsonNode json = JSON.readTree(file.toFile());
        assertThat(json.get("register").asString()).isEqualTo(json.get("policy").get("register").asString());
        assertThat(List.of(json.get("zh").asString(), json.get("en").asString())).doesNotContain("");
        return JSON.treeToValue(json.get("policy"), Policy.class);
    }
}
