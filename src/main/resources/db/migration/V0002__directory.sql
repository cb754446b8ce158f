-- Organisations, people, posts, stand-ins, accounts, settings and the trail of administrative acts.
-- Days are calendar days of the tenant; a last day is the last day on which the row still holds, null while it is open.

create sequence directory.organisation_id;
create sequence directory.person_id;
create sequence directory.post_id;
create sequence directory.stand_in_id;
create sequence directory.audit_id;

create table directory.revision (
    tenant integer primary key references directory.tenant,
    number bigint not null default 0
);
comment on table directory.revision is
    'Counts every change of a tenant''s directory: writers queue on the row, readers on other nodes see by it that what they remember is old';

create table directory.organisation (
    tenant integer not null references directory.tenant,
    id bigint not null,
    parent bigint,
    name text not null check (length(name) between 1 and 100),
    short_name text not null default '' check (length(short_name) <= 30),
    kind text not null,
    credit_code text check (length(credit_code) = 18),
    first_day date not null,
    last_day date check (last_day >= first_day),
    predecessor bigint,
    version integer not null default 1,
    primary key (tenant, id),
    foreign key (tenant, parent) references directory.organisation,
    foreign key (tenant, predecessor) references directory.organisation,
    check (parent <> id),
    check (predecessor <> id)
);
create index organisation_parent on directory.organisation (tenant, parent);
create index organisation_predecessor on directory.organisation (tenant, predecessor) where predecessor is not null;
create index organisation_name on directory.organisation (tenant, name);
create unique index organisation_credit_code on directory.organisation (tenant, credit_code) where credit_code is not null and last_day is null;
comment on table directory.organisation is
    'The units that answer for matters. Division codes and credit codes change, so neither is the key; a closed unit stays, its successor names it';

create table directory.person (
    tenant integer not null references directory.tenant,
    id bigint not null,
    name text not null check (length(name) between 1 and 50),
    version integer not null default 1,
    primary key (tenant, id)
);
create index person_name on directory.person (tenant, name);
comment on table directory.person is 'One natural person; namesakes are allowed, and no more is kept of anybody than the work needs';

create table directory.post (
    tenant integer not null references directory.tenant,
    id bigint not null,
    person bigint not null,
    organisation bigint not null,
    role text not null,
    title text not null default '' check (length(title) <= 60),
    first_day date not null,
    last_day date check (last_day >= first_day),
    primary key (tenant, id),
    foreign key (tenant, person) references directory.person,
    foreign key (tenant, organisation) references directory.organisation
);
create index post_person on directory.post (tenant, person);
create index post_organisation on directory.post (tenant, organisation, role);
comment on table directory.post is 'Who fills which role at which unit, from when to when: all rights come from here and from stand_in';

create table directory.stand_in (
    tenant integer not null references directory.tenant,
    id bigint not null,
    post bigint not null,
    person bigint not null,
    first_day date not null,
    last_day date not null check (last_day >= first_day),
    primary key (tenant, id),
    foreign key (tenant, post) references directory.post,
    foreign key (tenant, person) references directory.person
);
create index stand_in_post on directory.stand_in (tenant, post);
create index stand_in_person on directory.stand_in (tenant, person);
comment on table directory.stand_in is 'A post lent to somebody else for days that are known beforehand; a post is lent to one person at a time';

create table directory.account (
    tenant integer not null references directory.tenant,
    person bigint not null,
    login text not null check (length(login) between 2 and 64),
    secret text not null,
    secret_since timestamptz not null,
    must_change boolean not null,
    epoch integer not null default 1,
    failures integer not null default 0,
    locked_until timestamptz,
    closed boolean not null default false,
    opened_at timestamptz not null,
    last_sign_in timestamptz,
    primary key (tenant, person),
    unique (tenant, login),
    check (login = lower(login)),
    foreign key (tenant, person) references directory.person
);
create index account_login on directory.account (login);
comment on table directory.account is
    'How a person signs in: the Argon2id hash of the password, never the password. The epoch rises with it and ends the sessions begun before';

create table directory.setting (
    tenant integer not null references directory.tenant,
    key text not null,
    value text not null,
    primary key (tenant, key)
);
comment on table directory.setting is 'What a tenant has set otherwise than the product ships it; a missing row is the shipped value';

create table directory.request (
    tenant integer not null references directory.tenant,
    key uuid not null,
    content text not null,
    subject bigint not null,
    made_at timestamptz not null,
    primary key (tenant, key)
);
comment on table directory.request is
    'The key a form carried and what became of it: the same form sent twice makes one row, the same key with other content is refused';

create table directory.audit (
    tenant integer not null references directory.tenant,
    id bigint not null,
    at timestamptz not null,
    person bigint,
    name text not null,
    address text not null default '',
    act text not null,
    subject_kind text not null,
    subject bigint,
    subject_name text not null default '',
    before jsonb,
    after jsonb,
    primary key (tenant, id)
);
create index audit_act on directory.audit (tenant, act, id);
create index audit_subject on directory.audit (tenant, subject_kind, subject, id);
create index audit_person on directory.audit (tenant, person, id);
comment on table directory.audit is
    'Every administrative act and every sign-in, kept for the audit administrator (GB/T 22239-2019); rows are only ever added';

create function directory.refuse_rewriting_audit() returns trigger language plpgsql as $$
begin
    raise exception 'directory.audit is only ever added to' using errcode = 'restrict_violation';
end $$;

create trigger audit_keeps_rows before update or delete on directory.audit
    for each row execute function directory.refuse_rewriting_audit();
create trigger audit_keeps_table before truncate on directory.audit
    for each statement execute function directory.refuse_rewriting_audit();
