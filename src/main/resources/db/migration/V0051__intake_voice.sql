-- Those who raise a matter: through which channel, in which words of their own, and who they are, kept apart and sealed.

create table intake.channel (
    tenant    integer  not null references directory.tenant,
    code      text     not null check (length(code) between 1 and 40),
    zh        text     not null check (zh <> ''),
    en        text     not null check (en <> ''),
    kind      text     not null,
    anonymous boolean  not null,
    own_route boolean  not null,
    ended     boolean  not null default false,
    primary key (tenant, code)
);
comment on table intake.channel is
    'Channels a tenant has added or set otherwise than the product ships them; a missing row is the shipped one. code is what a matter says of its channel.';

create sequence intake.reporter_id;

create table intake.reporter (
    tenant         integer     not null references directory.tenant,
    id             bigint      not null,
    cipher         text,
    key            text,
    wrapped        bytea,
    sealed         bytea,
    phone_index    bytea,
    masked_name    text,
    masked_phone   text,
    kept_at        timestamptz not null,
    keep_until     date        not null,
    destroyed_at   timestamptz,
    destroyed_why  text,
    primary key (tenant, id),
    check ((destroyed_at is null) = (sealed is not null)),
    check ((wrapped is null) = (sealed is null) and (key is null) = (sealed is null) and (cipher is null) = (sealed is null)),
    check (destroyed_at is null or phone_index is null and masked_name is null and masked_phone is null and destroyed_why is not null)
);
create index reporter_phone on intake.reporter (tenant, phone_index) where phone_index is not null;
create index reporter_key on intake.reporter (key) where key is not null;
create index reporter_keep_until on intake.reporter (tenant, keep_until) where destroyed_at is null;
comment on table intake.reporter is
    'The vault: who raised something, sealed with a data key of its own, which is itself wrapped by a key that is not in the database. '
    'Without its data key a row is an empty husk that says when and why it became one. phone_index is a keyed hash, for finding, not for reading.';

create table intake.voice (
    tenant       integer     not null references directory.tenant,
    matter       bigint      not null,
    no           integer     not null check (no > 0),
    channel      text        not null,
    reporter     bigint,
    anonymous    boolean     not null,
    confidential boolean     not null,
    language     text        not null,
    receipt      bytea       not null check (length(receipt) = 32),
    unit         bigint      not null,
    received_by  bigint      not null,
    received_at  timestamptz not null,
    withdrawn_at timestamptz,
    key          uuid        not null,
    said         bytea       not null,
    primary key (tenant, matter, no),
    unique (tenant, receipt),
    unique (tenant, key),
    foreign key (tenant, reporter) references intake.reporter,
    check (not anonymous or reporter is null)
);
create index voice_reporter on intake.voice (tenant, reporter) where reporter is not null;
comment on table intake.voice is
    'One raising by one reporter through one channel. Of the code on the receipt only the SHA-256 is kept, of what was sent only a keyed hash, '
    'so that the same form sent twice is known. unit is where the raising was taken in.';

create table intake.voice_file (
    tenant     integer not null,
    matter     bigint  not null,
    no         integer not null,
    place      integer not null,
    sha256     text    not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name       text    not null,
    media_type text    not null,
    size       bigint  not null,
    primary key (tenant, matter, no, place),
    foreign key (tenant, matter, no) references intake.voice
);
comment on table intake.voice_file is 'What a reporter handed in with their words, in its order; the files themselves are the library''s.';

create sequence intake.vault_log_id;

create table intake.vault_log (
    tenant   integer     not null references directory.tenant,
    id       bigint      not null,
    at       timestamptz not null,
    act      text        not null,
    person   bigint,
    reporter bigint,
    matter   bigint,
    voice    integer,
    purpose  text        not null,
    primary key (tenant, id)
);
create index vault_log_matter on intake.vault_log (tenant, matter, id);
comment on table intake.vault_log is
    'Every time somebody read, corrected or destroyed who raised a matter, or was refused it, and what for; rows are only ever added';

create function intake.refuse_rewriting_the_vault_log() returns trigger language plpgsql as $$
begin
    raise exception 'intake.vault_log is only ever added to' using errcode = 'restrict_violation';
end $$;
create trigger vault_log_keeps_rows before update or delete on intake.vault_log
    for each row execute function intake.refuse_rewriting_the_vault_log();
create trigger vault_log_keeps_table before truncate on intake.vault_log
    for each statement execute function intake.refuse_rewriting_the_vault_log();
