-- What figures are counted from: each countable case as it stood on each day.

create schema reporting;

create table reporting.pending (
    id     bigint  generated always as identity,
    tenant integer not null,
    matter bigint  not null,
    primary key (tenant, id)
);
create index pending_id on reporting.pending (id);
comment on table reporting.pending is
    'Matters whose journal has a line that figures have not read yet; one row a line, so that those who write never wait for those who read';

create table reporting.case_span (
    tenant        integer     not null references directory.tenant,
    kind          text        not null,
    matter        bigint      not null,
    no            bigint      not null,
    from_day      date        not null,
    until_day     date        not null default 'infinity',
    register      text        not null,
    unit          bigint,
    leader        text,
    channel       text,
    source        text,
    category      text,
    place         text,
    round         integer     not null,
    raised_on     date,
    listed_on     date,
    opened_on     date,
    opened_by     text,
    assigned_on   date,
    due           date,
    first_due     date,
    claimed_on    date,
    ended_on      date,
    outcome       text,
    stage         text,
    open          boolean     not null default false,
    parked_on     date,
    risk_from     timestamptz,
    late_from     timestamptz,
    set_sign      text,
    set_until     timestamptz,
    on_time       boolean,
    sent_back     integer,
    returns       integer,
    extensions    integer,
    looked_on     date,
    looked        text,
    percent       integer,
    measure_kind  text,
    done_on       date,
    asked_on      date,
    contacted     boolean,
    heard         boolean,
    solved        text,
    satisfied     text,
    claimed       text,
    left_out      boolean,
    excluded      boolean,
    slip_kind     text,
    sent_on       date,
    answer_by     date,
    answered_on   date,
    slip_end      text,
    slip_ended_on date,
    primary key (tenant, kind, matter, no, from_day),
    check (from_day < until_day)
);
create index case_span_matter on reporting.case_span (tenant, matter);
create index case_span_open on reporting.case_span (tenant, kind, register, unit) where open and until_day = 'infinity';
create index case_span_raised on reporting.case_span (tenant, raised_on) where kind = 'ROUND';
create index case_span_opened on reporting.case_span (tenant, opened_on) where kind = 'ROUND';
create index case_span_listed on reporting.case_span (tenant, listed_on) where kind = 'ROUND';
create index case_span_ended on reporting.case_span (tenant, ended_on) where kind = 'ROUND' and ended_on is not null;
create index case_span_looked on reporting.case_span (tenant, looked_on) where looked_on is not null;
create index case_span_done on reporting.case_span (tenant, kind, due) where kind = 'MEASURE';
create index case_span_asked on reporting.case_span (tenant, asked_on) where kind = 'ANSWER';
create index case_span_sent on reporting.case_span (tenant, sent_on) where kind = 'SLIP';
comment on table reporting.case_span is
    'A case as the journal told it from the end of one day until the end of another: what figures count, as of any day. '
    'Read anew from the journal whenever it grows; nothing is written here that the journal does not say';

create table reporting.own_figure (
    tenant  integer     not null references directory.tenant,
    code    text        not null,
    version integer     not null,
    maker   bigint      not null,
    shared  boolean     not null,
    body    jsonb       not null,
    made_at timestamptz not null,
    dropped boolean     not null default false,
    primary key (tenant, code, version)
);
comment on table reporting.own_figure is
    'Figures people made from fields and filters; a version keeps its meaning for ever, a change is a further version';

insert into reporting.pending (tenant, matter) select tenant, id from ledger.matter order by tenant, id;
