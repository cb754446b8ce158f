-- How long it is kept who raised something, and how it ends.

create table intake.retention (
    tenant     integer     not null references directory.tenant,
    version    integer     not null check (version > 0),
    channel    text        not null,
    days       integer     not null check (days between 1 and 36500),
    basis      text        not null check (basis <> ''),
    valid_from date        not null,
    key        uuid        not null,
    written_by bigint      not null,
    written_at timestamptz not null,
    primary key (tenant, version),
    unique (tenant, key)
);
comment on table intake.retention is
    'How long this body keeps who raised something, by channel, with what that rests on (个人信息保护法 Art. 19: the shortest time the purpose needs); '
    'versions are only ever added to. channel is its code, empty for every channel without a row of its own. Without a row the time the product '
    'ships counts. Each identity keeps the day that was worked out when it came in.';

create sequence intake.destruction_no;

create table intake.destruction (
    tenant      integer     not null references directory.tenant,
    no          bigint      not null,
    matter      bigint      not null,
    voice       integer     not null,
    reporter    bigint      not null,
    kept_until  date        not null,
    reason      text        not null check (reason <> ''),
    proposed_by bigint      not null,
    proposed_at timestamptz not null,
    outcome     text        check (outcome in ('DESTROYED', 'REFUSED')),
    decision    text,
    decided_by  bigint,
    decided_at  timestamptz,
    primary key (tenant, no),
    foreign key (tenant, matter, voice) references intake.voice,
    foreign key (tenant, reporter) references intake.reporter,
    check ((decided_at is null) = (outcome is null) and (decided_at is null) = (decided_by is null)),
    check ((outcome is not distinct from 'REFUSED') = (decision is not null)),
    check (decided_by <> proposed_by)
);
create unique index destruction_open on intake.destruction (tenant, reporter) where decided_at is null;
create index destruction_voice on intake.destruction (tenant, matter, voice);
create index destruction_decided on intake.destruction (tenant, no) where decided_at is not null;
comment on table intake.destruction is
    'An identity whose time is over is proposed for destruction by one person and destroyed, or not, by another: 个人信息保护法 Art. 47 para. 1.';
