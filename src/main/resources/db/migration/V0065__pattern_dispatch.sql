create table pattern.dispatch_rule (
    tenant        integer     not null references directory.tenant,
    rule          integer     not null check (rule > 0),
    from_day      date        not null,
    to_day        date        check (to_day >= from_day),
    category      text        not null,
    place         text        not null,
    channel       text        not null,
    words         text[]      not null,
    lead          bigint      not null,
    co_handlers   bigint[]    not null check (not lead = any (co_handlers)),
    basis_title   text        not null check (basis_title <> ''),
    basis_article text        not null check (basis_article <> ''),
    kept_by       bigint,
    kept_at       timestamptz not null,
    primary key (tenant, rule, from_day),
    foreign key (tenant, lead) references directory.organisation,
    check (category <> '' or place <> '' or cardinality(words) > 0),
    constraint dispatch_rule_spans_apart exclude using gist (tenant with =, rule with =, daterange(from_day, to_day, '[]') with &&)
);
create index dispatch_rule_lead on pattern.dispatch_rule (tenant, lead);
comment on table pattern.dispatch_rule is
    'The dispatch catalogue: which unit leads what is of such a category, at such a place, from such a channel, or says one of such words, with the '
    'paper it rests on. Rules are numbered in a tenant; versions of one are for the same matters and never in force on the same day. Only the last '
    'day of a version is ever changed, and one that has not begun may be taken back. What is empty does not restrict.';

create table pattern.dispatch_learning (
    tenant     integer     not null references directory.tenant,
    closed_min integer     not null check (closed_min between 20 and 100000),
    unit_min   integer     not null check (unit_min between 2 and 10000),
    reason     text        not null check (reason <> ''),
    kept_by    bigint,
    kept_at    timestamptz not null,
    primary key (tenant)
);
comment on table pattern.dispatch_learning is
    'How many closed matters there have to be, and how many of a unit, before units are guessed from the words of what was closed, and why. A tenant '
    'without a row has the shipped numbers. What was learnt is not stored: it is learnt again from the closed matters.';
