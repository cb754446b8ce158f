-- Who raised a matter, kept apart from it and sealed.

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
create index reporter_key on intake.reporter (tenant, key, id) where key is not null;
create index reporter_keep_until on intake.reporter (tenant, keep_until) where destroyed_at is null;
comment on table intake.reporter is
    'The vault: who raised something, sealed with a data key of its own, which is itself wrapped by a key that is not in the database. '
    'Without its data key a row is an empty husk that says when and why it became one. phone_index is a keyed hash, for finding, not for reading.';

create table intake.vault_key (
    tenant     integer     not null references directory.tenant,
    key        text        not null,
    first_used timestamptz not null,
    primary key (tenant, key)
);
comment on table intake.vault_key is
    'Which keys something of a tenant is sealed under: where one of them is not at hand, nothing further is sealed beside it, and no new one is made';

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
    'Every time somebody read, looked for or destroyed who raised a matter, or was refused it, and what for; rows are only ever added';

create function intake.refuse_rewriting_the_vault_log() returns trigger language plpgsql as $$
begin
    raise exception 'intake.vault_log is only ever added to' using errcode = 'restrict_violation';
end $$;
create trigger vault_log_keeps_rows before update or delete on intake.vault_log
    for each row execute function intake.refuse_rewriting_the_vault_log();
create trigger vault_log_keeps_table before truncate on intake.vault_log
    for each statement execute function intake.refuse_rewriting_the_vault_log();
