create table supervision.slip_rule (
    tenant       integer     not null references directory.tenant,
    code         text        not null,
    version      integer     not null check (version > 0),
    unit         bigint      not null,
    occasion     text        not null,
    register     text,
    step         text,
    days         integer     not null check (days >= 0),
    kind         text        not null,
    answer_days  integer     not null check (answer_days > 0),
    sends_itself boolean     not null,
    basis        text        not null check (basis <> ''),
    from_day     date        not null,
    to_day       date        check (to_day >= from_day - 1),
    kept_by      bigint      not null,
    kept_at      timestamptz not null,
    primary key (tenant, code, version)
);
comment on table supervision.slip_rule is
    'When a slip is drafted without anybody asking for it: the occasion, the kind, and the paper that says so. A version is never changed but for '
    'its last day. kept_by put it in force; what goes out by itself goes out in that name.';
