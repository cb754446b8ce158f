create table intake.held_file (
    tenant     integer     not null,
    matter     bigint      not null,
    no         integer     not null,
    place      integer     not null,
    why        text        not null check (why in ('UNKNOWN_KIND', 'UNREADABLE')),
    since      timestamptz not null,
    decision   text        check (decision in ('LET_OUT', 'KEPT_SHUT')),
    decided_by bigint,
    decided_at timestamptz,
    reason     text,
    primary key (tenant, matter, no, place),
    foreign key (tenant, matter, no, place) references intake.voice_file,
    foreign key (tenant, decided_by) references directory.person,
    check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null) and (decision is null) = (reason is null))
);
create index held_file_person on intake.held_file (tenant, decided_by) where decided_by is not null;
comment on table intake.held_file is
    'Of what reporters handed in, the files that cannot be shown here as what they are. Nobody is handed one until somebody at work on the matter has '
    'looked at it and let it out; then it is only ever saved, never shown.';
