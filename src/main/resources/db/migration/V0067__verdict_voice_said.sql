create table verdict.voice_said (
    tenant       integer     not null references directory.tenant,
    matter       bigint      not null,
    asked_seq    integer     not null,
    voice_matter bigint      not null,
    voice_no     integer     not null check (voice_no > 0),
    key          uuid        not null,
    at           timestamptz not null,
    channel      text        not null check (channel in ('CALL', 'VISIT', 'PAPER', 'LINK', 'RECEIPT')),
    reached      boolean     not null,
    heard_from   boolean,
    solved       text        check (solved in ('FULLY', 'PARTLY', 'NOT')),
    satisfied    text        check (satisfied in ('VERY_SATISFIED', 'SATISFIED', 'FAIRLY_SATISFIED', 'DISSATISFIED', 'VERY_DISSATISFIED')),
    words        text,
    primary key (tenant, matter, asked_seq, voice_matter, voice_no),
    check (reached = (solved is not null) and reached = (satisfied is not null))
);
create unique index voice_said_key on verdict.voice_said (tenant, key);
create index voice_said_voice on verdict.voice_said (tenant, voice_matter, voice_no);
create trigger kept before update or delete on verdict.voice_said for each row execute function ledger.keep_the_journal();
create trigger kept_whole before truncate on verdict.voice_said for each statement execute function ledger.keep_the_journal();
comment on table verdict.voice_said is
    'What each of those who raised a matter, or one joined to it, said when it came to await its verdict; not reached once they were given up on. '
    'asked_seq is the entry that brought the matter there. Only added to';

alter table verdict.attempt
    add column voice_matter bigint,
    add column voice_no     integer,
    add constraint attempt_voice check ((voice_matter is null) = (voice_no is null));
comment on column verdict.attempt.voice_no is 'Whom of those who raised it was tried; empty where nobody in particular';
