alter table verdict.exclusion alter column evidence_seq drop not null;
comment on table verdict.exclusion is
    'Each application of a unit that a verdict on its work should not count in the rates: the reason, and the entry of the matter''s journal that shows it, '
    'where it is not files that show it. Only added to; how it stands is its last ruling';

create table verdict.exclusion_file (
    tenant     integer not null,
    exclusion  bigint  not null,
    no         integer not null check (no > 0),
    sha256     text    not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name       text    not null check (name <> ''),
    media_type text    not null,
    size       bigint  not null check (size > 0),
    primary key (tenant, exclusion, no),
    foreign key (tenant, exclusion) references verdict.exclusion
);
create trigger kept before update or delete on verdict.exclusion_file for each row execute function ledger.keep_the_journal();
create trigger kept_whole before truncate on verdict.exclusion_file for each statement execute function ledger.keep_the_journal();
comment on table verdict.exclusion_file is
    'The files laid before those who decide on an application, in their order; the files themselves are the library''s. Only added to';
