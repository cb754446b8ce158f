create sequence verdict.exclusion_id;

create table verdict.exclusion (
    tenant       integer     not null references directory.tenant,
    id           bigint      not null,
    matter       bigint      not null,
    asked_seq    integer     not null,
    unit         bigint      not null,
    reason       text        not null,
    words        text        not null check (words <> ''),
    evidence_seq integer     not null check (evidence_seq > 0),
    asked_at     timestamptz not null,
    asked_by     bigint      not null,
    key          uuid        not null,
    primary key (tenant, id),
    foreign key (tenant, matter, asked_seq) references verdict.answer,
    foreign key (tenant, unit) references directory.organisation
);
create unique index exclusion_key on verdict.exclusion (tenant, key);
create index exclusion_answer on verdict.exclusion (tenant, matter, asked_seq);
create index exclusion_unit on verdict.exclusion (tenant, unit);
create trigger kept before update or delete on verdict.exclusion for each row execute function ledger.keep_the_journal();
create trigger kept_whole before truncate on verdict.exclusion for each statement execute function ledger.keep_the_journal();
comment on table verdict.exclusion is
    'Each application of a unit that a verdict on its work should not count in the rates: the reason, and the entry of the matter''s journal that shows it. '
    'Only added to; how it stands is its last ruling';

create table verdict.exclusion_ruling (
    tenant    integer     not null,
    exclusion bigint      not null,
    no        integer     not null check (no > 0),
    ruling    text        not null check (ruling in ('AGREED', 'REFUSED', 'WITHDRAWN')),
    words     text        not null check (words <> ''),
    told      text,
    at        timestamptz not null,
    by        bigint      not null,
    unit      bigint      not null,
    primary key (tenant, exclusion, no),
    foreign key (tenant, exclusion) references verdict.exclusion
);
create trigger kept before update or delete on verdict.exclusion_ruling for each row execute function ledger.keep_the_journal();
create trigger kept_whole before truncate on verdict.exclusion_ruling for each statement execute function ledger.keep_the_journal();
comment on table verdict.exclusion_ruling is
    'What another person of another unit decided on an application, or that it was taken back, with what those who raised the matter are told. Only added to';
