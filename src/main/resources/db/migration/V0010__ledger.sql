create table ledger.register (
    tenant integer not null references directory.tenant,
    code   text    not null,
    zh     text    not null check (zh <> ''),
    en     text    not null check (en <> ''),
    office bigint  not null,
    primary key (tenant, code)
);
comment on table ledger.register is
    'A list a tenant keeps, and the office that coordinates it. What its rules are stands in ledger.policy.';

create table ledger.policy (
    tenant        integer not null,
    register      text    not null,
    version       integer not null check (version > 0),
    in_force_from date    not null,
    body          jsonb   not null,
    primary key (tenant, register, version),
    foreign key (tenant, register) references ledger.register
);
comment on table ledger.policy is
    'The rules of a register, version by version. A matter is judged to the end by the version it was raised under, so none is ever changed.';

create sequence ledger.matter_number;

create table ledger.entry (
    tenant    integer     not null,
    matter    bigint      not null,
    seq       integer     not null check (seq > 0),
    kind      text        not null,
    version   smallint    not null,
    body      jsonb       not null,
    by_person bigint      not null,
    by_unit   bigint      not null,
    by_role   text        not null,
    at        timestamptz not null,
    day       date        not null,
    key       uuid        not null,
    said      bigint      not null,
    turn_unit bigint,
    turn_role text,
    primary key (tenant, matter, seq),
    check ((turn_unit is null) = (turn_role is null))
);
create unique index entry_key on ledger.entry (tenant, key);
comment on table ledger.entry is
    'The journal: what happened to each matter, in order. The only truth; the tables beside it can be made anew from it. '
    'Written by one statement together with its matter, so a foreign key would ask twice.';

create function ledger.keep_the_journal() returns trigger language plpgsql as $$
begin
    raise exception 'The journal is only added to: % on % is refused', tg_op, tg_table_name;
end
$$;
create trigger kept before update or delete on ledger.entry for each row execute function ledger.keep_the_journal();
create trigger kept_whole before truncate on ledger.entry for each statement execute function ledger.keep_the_journal();

create table ledger.matter (
    tenant         integer     not null references directory.tenant,
    id             bigint      not null,
    register       text        not null,
    policy_version integer     not null,
    title          text        not null,
    number         text,
    category       text,
    source         text,
    stage          text        not null,
    round          integer     not null,
    lead           bigint,
    turn_unit      bigint,
    turn_role      text,
    due            date,
    original_due   date,
    outcome        text,
    closed_on      date,
    raised_by      bigint      not null,
    raised_at      timestamptz not null,
    changed_at     timestamptz not null,
    seq            integer     not null,
    primary key (tenant, id),
    foreign key (tenant, register, policy_version) references ledger.policy
) with (fillfactor = 85);
create index matter_register on ledger.matter (tenant, register, id);
create index matter_stage on ledger.matter (tenant, register, stage, id);
create index matter_lead on ledger.matter (tenant, register, lead, id);
create index matter_turn on ledger.matter (tenant, turn_unit, turn_role, due, id) where turn_unit is not null;
create index matter_open on ledger.matter (tenant, register, id) where turn_unit is not null and stage <> 'LOOK_BACK_DUE';
create index matter_due on ledger.matter (tenant, register, due, id) where due is not null;
comment on table ledger.matter is
    'Where each matter stands: what lists filter and sort by, folded from its journal in the transaction that writes the entry. '
    'due is the day of the look-back for one that is closed, and empty once nothing is owed.';

create trigger kept before delete on ledger.matter for each row execute function ledger.keep_the_journal();
create trigger kept_whole before truncate on ledger.matter for each statement execute function ledger.keep_the_journal();

create table ledger.part (
    tenant integer not null,
    unit   bigint  not null,
    matter bigint  not null,
    primary key (tenant, unit, matter),
    foreign key (tenant, matter) references ledger.matter
);
create index part_matter on ledger.part (tenant, matter);
comment on table ledger.part is
    'Which units have had a part in a matter: who may see it is read from here. Only added to.';

create table ledger.tally (
    tenant    integer not null,
    register  text    not null,
    stage     text    not null,
    lead      bigint,
    turn_unit bigint,
    turn_role text,
    due       date,
    parts     bigint[] not null,
    n         bigint  not null,
    constraint tally_bucket unique nulls not distinct (tenant, register, stage, lead, turn_unit, turn_role, due, parts)
);
create index tally_turn on ledger.tally (tenant, turn_unit, turn_role) where turn_unit is not null;
comment on table ledger.tally is
    'How many matters stand where, so that no screen counts them one by one. The truth is tally plus tally_delta. '
    'parts are the units that may see those matters, in order, so that a count within anybody''s sight is a sum too.';

create table ledger.tally_delta (
    tenant    integer not null,
    register  text    not null,
    stage     text    not null,
    lead      bigint,
    turn_unit bigint,
    turn_role text,
    due       date,
    parts     bigint[] not null,
    n         integer not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
comment on table ledger.tally_delta is
    'What acts have changed in the counts since they were last summed. Added to without a lock, so that no two writers wait for each other.';

create table ledger.unwritten (
    tenant integer not null,
    matter bigint  not null
);
comment on table ledger.unwritten is
    'Matters whose words wait to be indexed: the search index stays off the path of those who write.';

create table ledger.words (
    tenant integer  not null,
    matter bigint   not null,
    pairs  tsvector not null,
    primary key (tenant, matter)
);
create index words_pairs on ledger.words using gin (pairs);
comment on table ledger.words is
    'The pairs of neighbouring characters in what a matter says, for finding it by any two characters. Made anew from the journal at will.';

create table ledger.saved_view (
    tenant   integer not null,
    person   bigint  not null,
    register text    not null,
    name     text    not null check (name <> ''),
    query    text    not null,
    primary key (tenant, person, register, name)
);
comment on table ledger.saved_view is 'A filter somebody wants to find again: the address of the register page, by name.';
