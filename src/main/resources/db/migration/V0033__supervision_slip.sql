create sequence supervision.slip_id;

create table supervision.slip (
    tenant            integer     not null references directory.tenant,
    id                bigint      not null,
    kind              text        not null,
    state             text        not null,
    thing             text        not null check (thing <> ''),
    matter            bigint,
    from_unit         bigint      not null,
    to_unit           bigint      not null,
    follows           bigint,
    cause             text,
    code_word         text,
    year              integer,
    number            integer,
    title             text        not null check (title <> ''),
    basis             text        not null check (basis <> ''),
    requirement       text        not null check (requirement <> ''),
    gap               text,
    lead_leader       text,
    supporting_leader text,
    supporting        bigint[]    not null,
    due               date,
    every_days        integer     check (every_days > 0),
    contact           text,
    attachments       text,
    answer_by         date        not null,
    drafted_by        bigint      not null,
    drafted_at        timestamptz not null,
    sent_at           timestamptz,
    ended_at          timestamptz,
    seq               integer     not null,
    primary key (tenant, id),
    foreign key (tenant, follows) references supervision.slip,
    check ((code_word is null) = (number is null) and (year is null) = (number is null))
) with (fillfactor = 85);
create unique index slip_open on supervision.slip (tenant, to_unit, kind, thing) where ended_at is null;
create unique index slip_number_once on supervision.slip (tenant, code_word, year, number) where number is not null;
create unique index slip_cause on supervision.slip (tenant, cause) where cause is not null;
create index slip_to on supervision.slip (tenant, to_unit, id) where sent_at is not null;
create index slip_from on supervision.slip (tenant, from_unit, id);
create index slip_at_work on supervision.slip (tenant, state, answer_by) where ended_at is null;
create index slip_matter on supervision.slip (tenant, matter, id) where matter is not null;
create index slip_follows on supervision.slip (tenant, follows) where follows is not null;
comment on table supervision.slip is
    'Each supervision slip as it stands: what lists filter and sort by, folded from its events in the transaction that writes them. '
    'thing is what it is about, a matter or a subject: never two open slips of a kind about one thing to one unit. '
    'cause names the occasion for which a rule drafted it, so that it does so once.';

create table supervision.slip_event (
    tenant    integer     not null,
    slip      bigint      not null,
    seq       integer     not null check (seq > 0),
    kind      text        not null,
    version   smallint    not null,
    body      jsonb       not null,
    by_person bigint      not null,
    by_unit   bigint      not null,
    by_role   text        not null,
    at        timestamptz not null,
    key       uuid        not null,
    said      bigint      not null,
    primary key (tenant, slip, seq),
    foreign key (tenant, slip) references supervision.slip
);
create unique index slip_event_key on supervision.slip_event (tenant, key);
comment on table supervision.slip_event is
    'What happened to each slip, in order: drafted, signed, sent, received, answered, judged, followed by a graver one, ended. Only added to.';

create trigger kept before update or delete on supervision.slip_event for each row execute function ledger.keep_the_journal();
create trigger kept_whole before truncate on supervision.slip_event for each statement execute function ledger.keep_the_journal();

create table supervision.slip_number (
    tenant    integer not null references directory.tenant,
    code_word text    not null,
    year      integer not null,
    last      integer not null check (last > 0),
    primary key (tenant, code_word, year)
);
comment on table supervision.slip_number is
    'The last number given under a code word in a year. Its row is locked from the giving to the commit, so that there are neither doubles nor gaps.';

create table supervision.slip_code_word (
    tenant    integer not null references directory.tenant,
    unit      bigint  not null,
    kind      text    not null,
    code_word text    not null check (code_word <> ''),
    primary key (tenant, unit, kind),
    unique (tenant, code_word)
);
comment on table supervision.slip_code_word is
    'The code word (机关代字) under which a unit numbers its slips: one for all kinds (kind empty), or one of its own for a kind.';

create table supervision.slip_rung (
    tenant   integer not null references directory.tenant,
    position integer not null check (position > 0),
    kind     text    not null,
    colour   text,
    basis    text    not null check (basis <> ''),
    primary key (tenant, position),
    unique (tenant, kind)
);
comment on table supervision.slip_rung is
    'The ladder of kinds a tenant goes up step by step when a slip is not answered, each with the paper it rests on. '
    'colour is what a house with three colours calls it. Without rows the shipped ladder holds.';
