-- What persons ask of their own data, and by when they are answered.

create table intake.rights_limit (
    tenant     integer     not null references directory.tenant,
    version    integer     not null check (version > 0),
    days       integer     not null check (days between 1 and 365),
    basis      text        not null check (basis <> ''),
    valid_from date        not null,
    key        uuid        not null,
    written_by bigint      not null,
    written_at timestamptz not null,
    primary key (tenant, version),
    unique (tenant, key)
);
comment on table intake.rights_limit is
    'Within how many days this body answers what persons ask of their data, with what that rests on; versions are only ever added to. '
    '个人信息保护法 Art. 50 asks for a convenient way and reasons, and names no number of days. Without a row the limit the product ships counts.';

alter table intake.reporter add column restricted_at timestamptz;
alter table intake.reporter add column restricted_basis text;
alter table intake.reporter add constraint reporter_restricted check ((restricted_at is null) = (restricted_basis is null));
comment on column intake.reporter.restricted_at is
    'Since when it is only stored and protected, no longer used: 个人信息保护法 Art. 47 para. 2. restricted_basis is the law that has it kept.';

create sequence intake.rights_request_no;

create table intake.rights_request (
    tenant        integer     not null references directory.tenant,
    no            bigint      not null,
    matter        bigint      not null,
    voice         integer     not null,
    key           uuid        not null,
    wish          text        not null,
    words         text        not null,
    proposed      bigint,
    checked       text,
    asked_by      bigint      not null,
    asked_at      timestamptz not null,
    due           date        not null,
    limit_version integer     not null,
    outcome       text,
    reason        text,
    law           text,
    decided_by    bigint,
    decided_at    timestamptz,
    primary key (tenant, no),
    unique (tenant, key),
    foreign key (tenant, matter, voice) references intake.voice,
    foreign key (tenant, proposed) references intake.reporter,
    check ((decided_at is null) = (outcome is null) and (decided_at is null) = (decided_by is null) and (decided_at is null) = (reason is null)),
    check (outcome = 'STORED_ONLY' and law is not null or law is null)
);
create index rights_request_voice on intake.rights_request (tenant, matter, voice);
create index rights_request_proposed on intake.rights_request (tenant, proposed) where proposed is not null;
create index rights_request_open on intake.rights_request (tenant, due, no) where decided_at is null;
comment on table intake.rights_request is
    'A person asks to see, copy, correct or delete what is held of them: 个人信息保护法 Art. 44 to 50. proposed is what a correction would put in place, '
    'sealed like what it corrects; checked says how whoever took it down made sure who asked, and is nothing where the code of the receipt did. '
    'Where a law has it kept, law names it. limit_version 0 is the limit the product ships.';
