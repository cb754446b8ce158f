alter table ledger.matter
    add column risk_from  timestamptz,
    add column late_from  timestamptz,
    add column set_sign   text check (set_sign in ('ON_TRACK', 'AT_RISK', 'LATE')),
    add column set_until  timestamptz,
    add constraint light_set check ((set_sign is null) = (set_until is null));
comment on column ledger.matter.risk_from is
    'Since when it is at risk, if nothing is done: a light is a comparison with now, so nothing sweeps the table at midnight';
comment on column ledger.matter.set_until is 'Until when a light set by hand stands';

alter table ledger.tally
    add column risk_from  timestamptz,
    add column late_from  timestamptz,
    add column set_sign   text,
    add column set_until  timestamptz,
    drop constraint tally_bucket,
    add constraint tally_bucket unique nulls not distinct
        (tenant, register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, parts);
alter table ledger.tally_delta
    add column risk_from  timestamptz,
    add column late_from  timestamptz,
    add column set_sign   text,
    add column set_until  timestamptz;

create table supervision.clock (
    tenant      integer     not null,
    matter      bigint      not null,
    step        text        not null,
    started_seq integer     not null,
    unit        bigint      not null,
    register    text        not null,
    leader      text,
    rule        text,
    version     integer,
    started_at  timestamptz not null,
    first_end   timestamptz not null,
    risk_from   timestamptz not null,
    late_from   timestamptz not null,
    provisional boolean     not null,
    paused      boolean     not null,
    ended_at    timestamptz,
    primary key (tenant, matter, step, started_seq, unit),
    check ((rule is null) = (version is null))
);
create index clock_running on supervision.clock (tenant, late_from, matter) where ended_at is null and not paused
    and step not in ('OBJECT', 'ASK_REVIEW', 'ASK_REEXAMINATION');
create index clock_of_unit on supervision.clock (tenant, unit, late_from, matter) where ended_at is null and not paused
    and step not in ('OBJECT', 'ASK_REVIEW', 'ASK_REEXAMINATION');
create index clock_provisional on supervision.clock (tenant, matter) where ended_at is null and provisional;
comment on table supervision.clock is
    'Every clock of every matter, so that those which end soon are found: read from the journal and written with it, and made anew from it at will. '
    'unit is the one that has to be through with it, late_from the first instant that is too late, '
    'first_end the same before any extension or pause.';

alter table supervision.notice
    add column recounted_at timestamptz,
    add column replacing boolean not null default false;
comment on column supervision.notice.recounted_at is
    'When the clocks that ran as it came were counted anew; empty until then, so that a process that stops amid it begins again';
update supervision.notice set recounted_at = taken_at;
