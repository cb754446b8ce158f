create table supervision.home (
    tenant       integer     not null references directory.tenant,
    region       text        not null check (region ~ '^([0-9]{2}){0,3}$'),
    was          text        not null,
    set_at       timestamptz not null,
    set_by       bigint      not null,
    recounted_at timestamptz,
    primary key (tenant)
);
comment on table supervision.home is
    'By the days of which region a tenant counts its clocks; without a row by those of the whole country. was is the region before, and '
    'recounted_at when the clocks that ran as it changed were counted anew; empty until then, so that a process that stops amid it begins again';
