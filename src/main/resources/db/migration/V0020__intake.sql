create sequence intake.import_number;

create table intake.import (
    tenant     integer     not null references directory.tenant,
    id         bigint      not null,
    register   text        not null,
    file_name  text        not null,
    sha256     text        not null,
    person     bigint      not null,
    stage      text        not null check (stage in ('READY', 'RUNNING', 'DONE', 'FAILED')),
    headings   jsonb       not null default '{}',
    units      jsonb       not null default '{}',
    total      integer     not null default 0,
    done       integer     not null default 0,
    result     jsonb,
    started_at timestamptz not null,
    beat_at    timestamptz not null,
    ended_at   timestamptz,
    primary key (tenant, id)
);
comment on table intake.import is
    'A ledger somebody brought, what they corrected in its reading, and what came of it. Survives a reload of the page.';

create table intake.taken_row (
    tenant   integer not null,
    register text    not null,
    matter   bigint  not null,
    number   text,
    problem  bigint  not null,
    primary key (tenant, register, matter)
);
create index taken_row_problem on intake.taken_row (tenant, register, problem);
create index taken_row_number on intake.taken_row (tenant, register, number);
comment on table intake.taken_row is
    'Which row of an older ledger became which matter, so that the same ledger brought again is recognised. problem is a hash of its words.';

create table intake.heading (
    tenant  integer not null references directory.tenant,
    heading text    not null,
    field   text    not null,
    primary key (tenant, heading)
);
comment on table intake.heading is 'What a tenant has said its headings mean, for the next file.';

create table intake.unit_name (
    tenant integer not null references directory.tenant,
    name   text    not null,
    unit   bigint  not null,
    primary key (tenant, name)
);
comment on table intake.unit_name is 'Which unit a tenant means by a name that the directory does not know, for the next file.';
