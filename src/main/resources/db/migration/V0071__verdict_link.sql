-- Those who raised a matter are sent a link by which they say whether it is solved.

create table verdict.link_rule (
    tenant      integer     not null references directory.tenant,
    register    text        not null,
    version     integer     not null check (version > 1),
    sends       boolean     not null,
    text_zh     text        not null check (length(text_zh) between 1 and 300),
    text_en     text        not null check (length(text_en) between 1 and 300),
    quiet_from  time        not null,
    quiet_until time        not null,
    days        integer     not null check (days between 0 and 30),
    basis       text        not null check (length(basis) between 1 and 300),
    set_at      timestamptz not null,
    set_by      bigint      not null,
    primary key (tenant, register, version)
);
create trigger kept before update or delete on verdict.link_rule for each row execute function ledger.keep_the_journal();
create trigger kept_whole before truncate on verdict.link_rule for each statement execute function ledger.keep_the_journal();
comment on table verdict.link_rule is
    'Whether a register sends links, in which words, at which hours not, and for how many days nobody calls after one, with the paper it rests on. The '
    'latest version holds; version 1 sends nothing and has no row. Only added to';

create table verdict.link (
    tenant        integer     not null references directory.tenant,
    matter        bigint      not null,
    asked_seq     integer     not null,
    voice_matter  bigint      not null,
    voice_no      integer     not null,
    made_at       timestamptz not null,
    not_before    timestamptz not null,
    claimed_until timestamptz,
    attempts      integer     not null default 0,
    sent_at       timestamptz,
    given_up_at   timestamptz,
    why           text        check (length(why) <= 300),
    primary key (tenant, matter, asked_seq, voice_matter, voice_no),
    foreign key (tenant, voice_matter, voice_no) references intake.voice,
    check (sent_at is null or given_up_at is null)
);
create index link_voice on verdict.link (tenant, voice_matter, voice_no);
create index link_waiting on verdict.link (not_before) where sent_at is null and given_up_at is null;
comment on table verdict.link is
    'To whom a link goes in one asking, written with what brought the matter there. Holds no address: that is opened in the vault when the link leaves. '
    'why says what came of the last try in vain';

create table verdict.link_secret (
    tenant       integer     not null references directory.tenant,
    hash         bytea       not null check (length(hash) = 32),
    matter       bigint      not null,
    asked_seq    integer     not null,
    voice_matter bigint      not null,
    voice_no     integer     not null,
    made_at      timestamptz not null,
    primary key (tenant, hash),
    foreign key (tenant, matter, asked_seq, voice_matter, voice_no) references verdict.link
);
create index link_secret_link on verdict.link_secret (tenant, matter, asked_seq, voice_matter, voice_no);
comment on table verdict.link_secret is
    'By which secrets a link opens its questions. One is made when the link leaves and only its hash is kept; a link handed over twice has two, and both work';
