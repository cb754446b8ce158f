create table directory.second_factor (
    tenant    integer not null,
    person    bigint  not null,
    cipher    text    not null,
    key       text    not null,
    wrapped   bytea   not null,
    sealed    bytea   not null,
    begun_at  timestamptz not null,
    set_up_at timestamptz,
    last_step bigint  not null default 0,
    wrong     integer not null default 0,
    primary key (tenant, person),
    foreign key (tenant, person) references directory.account (tenant, person)
);
comment on table directory.second_factor is
    'The secret a person''s authenticator app shares with the product (RFC 6238), sealed with a key that is not in the database. It counts from set_up_at '
    'on, when a first code was given. A code is taken once: none of last_step or before. wrong counts the codes refused since the last one taken.';

create table directory.recovery_code (
    tenant  integer not null,
    person  bigint  not null,
    hash    bytea   not null,
    used_at timestamptz,
    primary key (tenant, person, hash),
    foreign key (tenant, person) references directory.second_factor (tenant, person) on delete cascade
);
comment on table directory.recovery_code is
    'What lets somebody in who lost their telephone, each once. Only hashes made with a key that is not in the database.';
