package org.mingbai.directory.web;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.Right;
import org.mingbai.shell.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;

/// Every route by which somebody administrates, with the line it leaves. A new one has to say here which that is.
@MingbaiTest
class AuditedRoutesTest {

    /// An act of the audit trail; LOOKS, the log of looks, each of whose lines stands in the trail as well; HISTORY, what the thing itself keeps of who did
    /// what to it (a journal, slips, letters, answers at hand); NOTHING, where nothing is changed, or nothing yet.
    private static final String TABLE = """
            GET  /registers/{code}/export.xlsx                         LEDGER_EXPORTED
            GET  /registers/{code}/export.csv                          LEDGER_EXPORTED
            GET  /figures/{code}/cases.csv                             FIGURE_EXPORTED
            POST /figures/public                                       FIGURES_SHOWN
            POST /publishing/{id}                                      OUTCOME_RELEASED
            POST /publishing/{id}/withdrawal                           OUTCOME_TAKEN_BACK
            POST /campaigns                                            CAMPAIGN_BEGUN CAMPAIGN_CHANGED
            POST /campaigns/{id}/milestones/{no}                       CAMPAIGN_REACHED
            POST /campaigns/{id}/ending                                CAMPAIGN_ENDED
            POST /callbacks/rules/links                                LINK_RULE_SET
            POST /callbacks/rules/sampling                             SAMPLING_SET
            POST /callbacks/rules/scripts                              SCRIPT_SET
            POST /rates/formula                                        FORMULA_SET
            POST /burden/ceiling                                       CEILING_SET
            POST /calendar/region                                      CALENDAR_CHANGED
            POST /calendar/notices                                     NOTHING (shown, to be taken or left)
            POST /calendar/days                                        NOTHING (the same for one day)
            POST /calendar/notices/{id}/application                    CALENDAR_CHANGED
            POST /limits/lights                                        LIGHTS_NAMED
            POST /limits/trial                                         NOTHING (tried on matters of the past)
            POST /limits/{code}/versions/trial                         NOTHING (the same)
            POST /limits                                               TIME_RULE_PUT
            POST /limits/{code}/versions                               TIME_RULE_PUT
            POST /limits/{code}/ending                                 TIME_RULE_ENDED
            POST /limits/{code}/versions/{version}/withdrawal          TIME_RULE_WITHDRAWN
            POST /limits/packs/{pack}/taking                           TIME_RULE_PUT
            POST /limits/behind                                        TIME_RULE_PUT
            POST /limits/behind/{register}/ending                      TIME_RULE_ENDED
            POST /limits/behind/{register}/{from}/withdrawal           TIME_RULE_WITHDRAWN
            POST /slips/rules                                          SLIP_RULE_CHANGED
            POST /slips/rules/{code}/ending                            SLIP_RULE_CHANGED
            POST /slips/rules/run                                      HISTORY
            POST /slips/code-words                                     SLIP_SETTING_CHANGED
            POST /slips/ladder                                         SLIP_SETTING_CHANGED
            POST /dispatch/catalogue                                   DISPATCH_RULE_CHANGED
            POST /dispatch/catalogue/{number}/ending                   DISPATCH_RULE_CHANGED
            POST /dispatch/catalogue/{number}/{from}/withdrawal        DISPATCH_RULE_CHANGED
            POST /dispatch/learning                                    NOTHING (counts the same matters once more)
            POST /dispatch/learning/limits                             DISPATCH_LEARNING_SET
            POST /registers/{code}/policy                              REGISTER_RULED
            POST /registers/{code}/office                              REGISTER_MOVED
            POST /registers/{code}/publicity                           REGISTER_SHOWN
            POST /administration/accounts/{person}/opening             ACCOUNT_OPENED
            POST /administration/accounts/{person}/password            PASSWORD_RESET
            POST /administration/accounts/{person}/unlocking           ACCOUNT_UNLOCKED
            POST /administration/accounts/{person}/closing             ACCOUNT_CLOSED
            POST /administration/accounts/{person}/reopening           ACCOUNT_REOPENED
            POST /administration/accounts/{person}/sessions-end        SESSIONS_ENDED
            POST /administration/accounts/{person}/second-factor-reset SECOND_FACTOR_RESET
            POST /administration/sign-in-rules                         SETTING_CHANGED
            POST /administration/second-factor                         SETTING_CHANGED
            POST /administration/password-words                        SETTING_CHANGED
            POST /administration/deliveries/{id}/again                 LETTER_SENT_AGAIN
            POST /administration/directory-imports                     NOTHING (shown, to be taken or left)
            POST /administration/directory-imports/{id}/application    DIRECTORY_IMPORTED
            POST /administration/hooks                                 HOOK_ADDED
            POST /administration/hooks/{id}/trial                      HOOK_TRIED
            POST /administration/hooks/{id}/removal                    HOOK_REMOVED
            POST /directory/people                                     PERSON_ADDED
            POST /directory/people/{id}/name                           PERSON_RENAMED
            POST /directory/posts                                      POST_GIVEN
            POST /directory/posts/{id}/ending                          POST_ENDED
            POST /directory/organisations                              ORGANISATION_FOUNDED
            POST /directory/organisations/{id}/description             ORGANISATION_CHANGED
            POST /directory/organisations/{id}/superior                ORGANISATION_MOVED
            POST /directory/organisations/{id}/closing                 ORGANISATION_CLOSED
            POST /matters/{id}/as-typed                                LOOKS
            POST /matters/{id}/voices/{no}/identity                    LOOKS
            POST /matters/{id}/voices/{no}/withholding                 LOOKS
            POST /desk/earlier                                         LOOKS
            POST /desk/channels                                        CHANNEL_CHANGED
            POST /programs/keys                                        CHANNEL_CHANGED
            POST /programs/keys/{id}/revocation                        CHANNEL_CHANGED
            POST /programs/services                                    CHANNEL_CHANGED
            POST /programs/services/{code}                             CHANNEL_CHANGED
            POST /rights/{no}/decision                                 LOOKS
            POST /rights/destruction                                   LOOKS
            POST /rights/destruction/{no}/destroyed                    LOOKS
            POST /rights/destruction/{no}/refused                      LOOKS
            POST /rights/limit                                         RIGHTS_LIMIT_SET
            POST /rights/notice                                        PUBLIC_NOTICE_WRITTEN
            POST /rights/retention                                     RETENTION_SET
            POST /imports                                              NOTHING (shown, to be taken over or left)
            POST /imports/{id}/reading                                 NOTHING (how it is read)
            POST /imports/{id}/taking-over                             LEDGER_IMPORTED
            POST /imports/{id}/cancellation                            NOTHING (what was begun is not written; that it was begun is)
            POST /letters                                              HISTORY
            POST /letters/{no}/reminders                               HISTORY
            POST /letters/{no}/reply                                   HISTORY
            POST /letters/{no}/striking                                HISTORY
            POST /letters/{no}/calling-off                             HISTORY
            """;

    private static final Set<String> OTHERWISE = Set.of("LOOKS", "HISTORY", "NOTHING");

    @Autowired Routes routes;

    @Test
    void every_administrative_route_says_what_line_it_leaves() {
        var there = new TreeSet<String>();
        routes.all().forEach((route, handler) -> {
            var right = Routes.needOf(handler).orElseThrow();
            if (administrates(right)) {
                assertThat(route.getMethodsCondition().getMethods()).as("%s answers to every method", route).isNotEmpty();
                route.getMethodsCondition().getMethods().stream().filter(method -> method != RequestMethod.GET || right.name().startsWith("EXPORT_"))
                        .forEach(method -> route.getPatternValues().forEach(pattern -> there.add(method + " " + pattern)));
            }
        });
        assertThat(declared().keySet()).containsExactlyInAnyOrderElementsOf(there);
    }

    /// By its name, so that a right that is new is one of them.
    private static boolean administrates(Right right) {
        return right == Right.ADMINISTER || Stream.of("KEEP_", "IMPORT_", "EXPORT_", "PUBLISH_", "REVEAL_").anyMatch(right.name()::startsWith);
    }

    @Test
    void what_it_leaves_is_an_act_the_audit_trail_tells_in_both_languages() {
        var acts = Arrays.stream(AuditAct.values()).map(Enum::name).toList();
        assertThat(declared().values()).allSatisfy(left -> {
            assertThat(left).isNotEmpty();
            assertThat(Stream.of(left).filter(act -> !OTHERWISE.contains(act))).isSubsetOf(acts);
        });
        for (var language : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            assertThat(acts).allSatisfy(act -> assertThat(Words.in(language).of("directory.act." + act)).doesNotContain("directory.act"));
        }
    }

    private static Map<String, String[]> declared() {
        return TABLE.lines().map(line -> line.replaceFirst(" \\(.*", "").split(" +")).collect(toMap(cells -> cells[0] + " " + cells[1],
                cells -> Arrays.copyOfRange(cells, 2, cells.length)));
    }
}
