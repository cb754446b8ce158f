package org.mingbai.directory;

/// What a route can ask of the one who calls it. Which role has which is in `Access`, nowhere else.
public enum Right {
    /// Nobody need be signed in.
    PUBLIC,
    /// Anybody signed in: their own password, their own stand-ins.
    OWN_ACCOUNT,
    SEE_MATTERS,
    RAISE,
    ACT_ON_MATTERS,
    LIST_AND_ASSIGN,
    /// The dispatch catalogue, and from how many closed matters units are guessed.
    KEEP_DISPATCH,
    RECORD_VERDICTS,
    /// Look at who raised a matter, for a purpose that is written down.
    REVEAL_REPORTER,
    /// The same where they asked to be kept confidential.
    REVEAL_GUARDED,
    /// Who looked at whom, when and what for.
    SEE_VAULT_LOG,
    /// What reporters ask of their own data, and deciding on it.
    KEEP_REQUESTS,
    /// The channels matters come in by.
    KEEP_CHANNELS,
    /// Short answers the desk keeps at hand, for the units one belongs to.
    WRITE_ANSWERS,
    /// Letting them be told, never what one wrote oneself.
    APPROVE_ANSWERS,
    /// Whom one's unit asked for an opinion, and who answered.
    SEE_LETTERS,
    /// Writing that down: what went out, what came back.
    KEEP_LETTERS,
    /// Lay before everybody what became of a matter.
    PUBLISH_OUTCOMES,
    IMPORT_LEDGER,
    EXPORT_LEDGER,
    KEEP_REGISTERS,
    /// Which days are worked: the notices of holidays everybody here counts by.
    KEEP_CALENDAR,
    /// Supervision slips: writing, sending and judging them.
    DRAFT_SLIPS,
    SIGN_SLIPS,
    /// A talk is called by the head alone.
    SIGN_TALKS,
    /// Signing for what came and answering it.
    ANSWER_SLIPS,
    /// Code words, the ladder, and the rules by which slips are drafted.
    KEEP_SLIPS,
    /// When a slip is drafted without anybody asking for it.
    KEEP_SLIP_RULES,
    /// Calling units to the spot, arriving there, and saying how it went.
    CALL_OUT,
    /// By when what has to be done, and on what that rests.
    SEE_TIME_RULES,
    KEEP_TIME_RULES,
    /// Stop clocks and set lights, in matters one does not handle.
    SUPERVISE,
    /// What is late and what turns late, by unit and leader, within what one sees.
    SEE_SUPERVISION,
    /// Reports made of words and figures, in the name of one's unit.
    WRITE_BRIEFS,
    /// What is asked of units, within what one sees.
    SEE_BURDEN,
    /// To ask forms, reports, visits and meetings of a unit.
    MAKE_DEMANDS,
    /// How much may be asked of a unit in a week.
    KEEP_CEILING,
    /// How the composite of the three rates is counted.
    KEEP_FORMULA,
    /// Who of many is called back or looked at again, and what is read out to them.
    KEEP_CALL_BACKS,
    /// Campaigns of one's office: beginning, changing and ending them, and saying which milestones were reached.
    KEEP_CAMPAIGNS,
    /// Asking that a verdict on one's own unit should not count, with evidence.
    ASK_EXCLUSION,
    /// Deciding that, for another unit.
    DECIDE_EXCLUSION,
    SEE_DIRECTORY,
    /// Units and people.
    KEEP_DIRECTORY,
    /// Posts and roles, sign-ins, and how one signs in.
    KEEP_ACCOUNTS,
    /// Either of the two above: a file may bring both, and each applies what is theirs.
    IMPORT_DIRECTORY,
    SEE_AUDIT,
    /// Where messages go outside, and the letters that did not arrive.
    KEEP_DELIVERY,
    /// The start page of any of the three administrators.
    ADMINISTER
}
