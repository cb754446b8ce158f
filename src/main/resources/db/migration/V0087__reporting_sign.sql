-- What signs of paper-only work are read from.

create table reporting.claim_trace (
    tenant      integer  not null references directory.tenant,
    matter      bigint   not null,
    round       integer  not null,
    register    text     not null,
    category    text,
    unit        bigint   not null,
    raised_on   date     not null,
    assigned_on date,
    due         date,
    claimed_on  date     not null,
    before      integer,
    done        bigint[] not null,
    measures    bigint[] not null,
    pictures    text[]   not null,
    shares      bigint[] not null,
    primary key (tenant, matter, round)
);
create index claim_trace_day on reporting.claim_trace (tenant, claimed_on, matter);
comment on table reporting.claim_trace is
    'What each round that was claimed done left in its journal: days, numbers and digests, so that claims can be compared without reading journals again';

create table reporting.more_time (
    tenant      integer not null references directory.tenant,
    matter      bigint  not null,
    no          integer not null,
    register    text    not null,
    unit        bigint  not null,
    assigned_on date,
    due         date    not null,
    asked_on    date    not null,
    primary key (tenant, matter, no)
);
create index more_time_day on reporting.more_time (tenant, asked_on, matter);
comment on table reporting.more_time is 'Each request for more time, with the day that was then due';

create table reporting.picture (
    tenant   integer not null references directory.tenant,
    sha256   text    not null,
    read     boolean not null default false,
    across   bigint,
    down     bigint,
    taken_on date,
    primary key (tenant, sha256)
);
create index picture_unread on reporting.picture (tenant, sha256) where not read;
comment on table reporting.picture is 'What a picture that proves something is recognised by and when its camera says it was taken; read once from the file';

insert into reporting.pending (tenant, matter) select tenant, id from ledger.matter order by tenant, id;
