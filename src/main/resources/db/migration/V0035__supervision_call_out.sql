create sequence supervision.call_out_id;

create table supervision.call_out (
    tenant    integer     not null references directory.tenant,
    id        bigint      not null,
    matter    bigint      not null,
    caller    bigint      not null,
    office    bigint      not null,
    kind      text        not null check (kind <> ''),
    reason    text        not null check (reason <> ''),
    called_at timestamptz not null,
    arrive_by timestamptz not null check (arrive_by > called_at),
    called_by bigint      not null,
    ended_at  timestamptz,
    result    text,
    key       uuid        not null,
    primary key (tenant, id),
    check ((ended_at is null) = (result is null))
);
create unique index call_out_key on supervision.call_out (tenant, key);
create index call_out_matter on supervision.call_out (tenant, matter, id);
create index call_out_caller on supervision.call_out (tenant, caller, id);
comment on table supervision.call_out is
    'Each call-out (吹哨报到): which unit called, about which matter, why and by when the others had to be there. '
    'The end is written once; how the called stand is derived from it and the arrivals.';

create table supervision.call_out_unit (
    tenant       integer  not null,
    call_out     bigint   not null,
    unit         bigint   not null,
    arrived_at   timestamptz,
    words        text,
    by_caller    boolean  not null default false,
    called_grade smallint check (called_grade between 1 and 5),
    called_words text,
    caller_grade smallint check (caller_grade between 1 and 5),
    caller_words text,
    primary key (tenant, call_out, unit),
    foreign key (tenant, call_out) references supervision.call_out
);
create index call_out_unit_unit on supervision.call_out_unit (tenant, unit, call_out);
comment on table supervision.call_out_unit is
    'Each called unit with its arrival and what both sides say of each other, all written once. Units are rated, never people.';

create table supervision.call_out_kind (
    tenant   integer not null references directory.tenant,
    position integer not null check (position > 0),
    name     text    not null check (name <> ''),
    primary key (tenant, position),
    unique (tenant, name)
);
comment on table supervision.call_out_kind is
    'The kinds of call-out a house knows. Without rows the shipped three hold: joint enforcement, priority work, emergencies.';
