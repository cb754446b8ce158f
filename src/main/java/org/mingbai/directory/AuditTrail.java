package org.mingbai.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What the administrators, the signing-in the keepers of registers and the readers of personal data did. Only ever added to, by the verbs themselves.
@Component
public class AuditTrail {

    private final AuditTable table;
    private final Directory directory;

    AuditTrail(AuditTable table, Directory directory) {
        this.table = table;
        this.directory = directory;
    }

    /// A register left the product as a file.
    public void exported(Keeper by, String register, Map<String, String> how) {
        table.write(by, AuditAct.LEDGER_EXPORTED, new AuditTable.Subject("register", null, register), Map.of(), how);
    }

    /// All that is kept here leaves as one file.
    public void backedUp(Keeper by, String file, Map<String, String> how) {
        table.write(by, AuditAct.BACKED_UP, new AuditTable.Subject("backup", null, file), Map.of(), how);
    }

    /// That file is whole and on the disk.
    public void backupWritten(Keeper by, String file, Map<String, String> how) {
        table.write(by, AuditAct.BACKUP_WRITTEN, new AuditTable.Subject("backup", null, file), Map.of(), how);
    }

    /// What was backed up is served again from here on.
    public void restored(Keeper by, String file, Map<String, String> how) {
        table.write(by, AuditAct.RESTORED, new AuditTable.Subject("backup", null, file), Map.of(), how);
    }

    /// A key of a key file was replaced.
    public void keyChanged(Keeper by, AuditAct act, String file, Map<String, String> how) {
        table.write(by, act, new AuditTable.Subject("keys", null, file), Map.of(), how);
    }

    /// The cases behind a figure left the product as a file.
    public void casesExported(Keeper by, String figure, Map<String, String> how) {
        table.write(by, AuditAct.FIGURE_EXPORTED, new AuditTable.Subject("figure", null, figure), Map.of(), how);
    }

    /// Other figures are laid before everybody.
    public void figuresShown(Keeper by, Map<String, String> before, Map<String, String> after) {
        table.write(by, AuditAct.FIGURES_SHOWN, new AuditTable.Subject("figures", null, ""), before, after);
    }

    /// What everybody is told of their data, how long it is kept, or by when they are answered, was said anew.
    public void dataRuleSet(Keeper by, AuditAct act, String of, Map<String, String> before, Map<String, String> after) {
        table.write(by, act, new AuditTable.Subject("data-rule", null, of), before, after);
    }

    /// A campaign was begun, changed, brought to a milestone or ended.
    public void campaignChanged(Keeper by, AuditAct act, long campaign, String name, Map<String, String> how) {
        table.write(by, act, new AuditTable.Subject("campaign", campaign, name), Map.of(), how);
    }

    /// Somebody brings a file onto a register, or a command line does in the name of a person.
    public void imported(Keeper by, String register, Map<String, String> how) {
        table.write(by, AuditAct.LEDGER_IMPORTED, new AuditTable.Subject("register", null, register), Map.of(), how);
    }

    /// A register's rules or its office were changed.
    public void registerChanged(Keeper by, AuditAct act, String register, Map<String, String> before, Map<String, String> after) {
        table.write(by, act, new AuditTable.Subject("register", null, register), before, after);
    }

    /// Other days count as worked from now on.
    public void calendarChanged(Keeper by, String notice, Map<String, String> before, Map<String, String> after) {
        table.write(by, AuditAct.CALENDAR_CHANGED, new AuditTable.Subject("notice", null, notice), before, after);
    }

    /// A limit was put in force, ended or withdrawn.
    public void timeRuleChanged(Keeper by, AuditAct act, String rule, Map<String, String> before, Map<String, String> after) {
        table.write(by, act, new AuditTable.Subject("limit", null, rule), before, after);
    }

    /// The lights are called and coloured otherwise from now on.
    public void lightsNamed(Keeper by, Map<String, String> before, Map<String, String> after) {
        table.write(by, AuditAct.LIGHTS_NAMED, new AuditTable.Subject("lights", null, ""), before, after);
    }

    /// Others outside are told what units are told, or no longer.
    public void hookChanged(Keeper by, AuditAct act, String hook, Map<String, String> how) {
        table.write(by, act, new AuditTable.Subject("hook", null, hook), Map.of(), how);
    }

    /// A letter that did not arrive is carried once more.
    public void sentAgain(Keeper by, long letter) {
        table.write(by, AuditAct.LETTER_SENT_AGAIN, new AuditTable.Subject("letter", letter, "№ " + letter), Map.of(), Map.of());
    }

    /// Another load is the most that may be asked of a unit in a week.
    public void ceilingSet(Keeper by, Map<String, String> before, Map<String, String> after) {
        table.write(by, AuditAct.CEILING_SET, new AuditTable.Subject("ceiling", null, ""), before, after);
    }

    /// The three rates are counted otherwise from a month on.
    public void formulaSet(Keeper by, Map<String, String> before, Map<String, String> after) {
        table.write(by, AuditAct.FORMULA_SET, new AuditTable.Subject("formula", null, ""), before, after);
    }

    /// A rule of the dispatch catalogue was put in force, ended or taken back.
    public void dispatchRuleChanged(Keeper by, String rule, Map<String, String> before, Map<String, String> after) {
        table.write(by, AuditAct.DISPATCH_RULE_CHANGED, new AuditTable.Subject("dispatch", null, rule), before, after);
    }

    /// Units are guessed from other numbers of closed matters on.
    public void dispatchLearningSet(Keeper by, Map<String, String> before, Map<String, String> after) {
        table.write(by, AuditAct.DISPATCH_LEARNING_SET, new AuditTable.Subject("dispatch", null, "learning"), before, after);
    }

    /// Another share of a register is called back, or looked at again, from a month on.
    public void samplingSet(Keeper by, String register, Map<String, String> before, Map<String, String> after) {
        table.write(by, AuditAct.SAMPLING_SET, new AuditTable.Subject("register", null, register), before, after);
    }

    /// Another text is read out to those who are called back.
    public void scriptSet(Keeper by, String register, Map<String, String> before, Map<String, String> after) {
        table.write(by, AuditAct.SCRIPT_SET, new AuditTable.Subject("register", null, register), before, after);
    }

    /// Those who raise something on a register are sent links by another rule, or no longer.
    public void linkRuleSet(Keeper by, String register, Map<String, String> before, Map<String, String> after) {
        table.write(by, AuditAct.LINK_RULE_SET, new AuditTable.Subject("register", null, register), before, after);
    }

    /// A verdict counts, or no longer, in the rates after exclusion.
    public void exclusionRuled(Keeper by, String exclusion, Map<String, String> how) {
        table.write(by, AuditAct.EXCLUSION_RULED, new AuditTable.Subject("exclusion", null, exclusion), Map.of(), how);
    }

    /// A rule for drafting slips was put in force or ended.
    public void slipRuleChanged(Keeper by, String rule, Map<String, String> how) {
        table.write(by, AuditAct.SLIP_RULE_CHANGED, new AuditTable.Subject("slip-rule", null, rule), Map.of(), how);
    }

    /// The ladder or a code word of slips was set.
    /// @param what which of them
    public void slipSettingChanged(Keeper by, String what, Map<String, String> before, Map<String, String> after) {
        table.write(by, AuditAct.SLIP_SETTING_CHANGED, new AuditTable.Subject("slip-setting", null, what), before, after);
    }

    /// A channel by which matters come in was added or changed.
    public void channelChanged(Keeper by, String channel, Map<String, String> before, Map<String, String> after) {
        table.write(by, AuditAct.CHANNEL_CHANGED, new AuditTable.Subject("channel", null, channel), before, after);
    }

    /// What became of a matter is laid before everybody, in these words, or no longer.
    public void outcomeShown(Keeper by, AuditAct act, String number, Map<String, String> before, Map<String, String> after) {
        table.write(by, act, new AuditTable.Subject("outcome", null, number), before, after);
    }

    /// Somebody read, looked for, changed or destroyed what is known of a person who raised something. Whose it was and what for stands in a log of its
    /// own under that number: whoever reads here sees no matters.
    /// @param by nobody where the product did so by itself
    /// @param use what was done, a message key
    public void personalDataUsed(TenantId tenant, Optional<PersonId> by, String use, long line) {
        table.write(new Keeper(tenant, by, by.map(person -> directory.personName(tenant, person)).orElse(""), ""), AuditAct.PERSONAL_DATA_USED,
                new AuditTable.Subject("personal-data", line, "№ " + line), Map.of(), Map.of("use", use));
    }

    /// The newest lines that answer to the question, `limit` at most.
    public List<AuditLine> lines(TenantId tenant, AuditQuestion asked, int limit) {
        return table.lines(tenant, asked, limit);
    }

    /// Those of these lines that are there, as they are kept.
    public List<AuditRow> rows(TenantId tenant, Collection<Long> ids) {
        return table.rows(tenant, ids);
    }

    /// The numbers of the lines after that one, the smallest first, `limit` at most.
    public List<Long> ids(TenantId tenant, long after, int limit) {
        return table.ids(tenant, after, limit);
    }

    /// Who changed a unit last, so that the second of two editors learns what the first one did.
    public Optional<AuditLine> lastOn(TenantId tenant, OrganisationId unit) {
        return table.lastOn(tenant, "organisation", unit.value());
    }

    public Optional<AuditLine> lastOn(TenantId tenant, PersonId person) {
        return table.lastOn(tenant, "person", person.value());
    }
}
