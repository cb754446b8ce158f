create table verdict.sampling (
    tenant     integer     not null references directory.tenant,
    drawing    text        not null check (drawing in ('VERDICT', 'LOOK_BACK')),
    register   text        not null,
    version    integer     not null check (version > 1),
    from_month date        not null check (extract(day from from_month) = 1),
    share      numeric     not null check (share > 0 and share <= 1),
    basis      text        not null check (length(basis) between 1 and 300),
    set_at     timestamptz not null,
    set_by     bigint      not null,
    primary key (tenant, drawing, register, version),
    unique (tenant, drawing, register, from_month)
);
comment on table verdict.sampling is
    'What share of a register''s matters is asked, or looked at again, from a month on, with the paper it rests on. Version 1 is all of them and has no row';

create table verdict.draw (
    tenant     integer     not null references directory.tenant,
    drawing    text        not null check (drawing in ('VERDICT', 'LOOK_BACK')),
    register   text        not null,
    month      date        not null check (extract(day from month) = 1),
    seed       text        not null check (seed ~ '^[0-9a-f]{64}$'),
    commitment text        not null check (commitment ~ '^[0-9a-f]{64}$'),
    made_at    timestamptz not null,
    primary key (tenant, drawing, register, month)
);
create trigger kept before update or delete on verdict.draw for each row execute function ledger.keep_the_journal();
create trigger kept_whole before truncate on verdict.draw for each statement execute function ledger.keep_the_journal();
comment on table verdict.draw is
    'The seed of each month''s draw. Its SHA-256 is shown from the day it is made, which is before the month; the seed itself once the month is over';

create table verdict.script (
    tenant   integer     not null references directory.tenant,
    register text        not null,
    language text        not null check (language ~ '^[a-z]{2,8}$'),
    version  integer     not null check (version > 1),
    text     text        not null check (length(text) between 1 and 4000),
    set_at   timestamptz not null,
    set_by   bigint      not null,
    primary key (tenant, register, language, version)
);
comment on table verdict.script is
    'What is said to those who are called back, register by register and language by language. The latest version is read out; version 1 is the shipped '
    'one and has no row';

create table verdict.attempt (
    tenant    integer     not null references directory.tenant,
    matter    bigint      not null,
    asked_seq integer     not null,
    no        integer     not null check (no > 0),
    key       uuid        not null,
    at        timestamptz not null,
    by        bigint      not null,
    channel   text        not null check (channel in ('CALL', 'VISIT', 'PAPER', 'LINK')),
    language  text        not null,
    reached   boolean     not null,
    words     text,
    seq       integer,
    primary key (tenant, matter, asked_seq, no)
);
create unique index attempt_key on verdict.attempt (tenant, key);
create trigger kept before update or delete on verdict.attempt for each row execute function ledger.keep_the_journal();
create trigger kept_whole before truncate on verdict.attempt for each statement execute function ledger.keep_the_journal();
comment on table verdict.attempt is
    'Each time somebody tried to reach those who raised a matter, by which way and in which language. seq is the verdict that came of it; empty while it '
    'came to none. Only added to';
