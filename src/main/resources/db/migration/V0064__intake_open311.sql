-- What programs may raise over Open311 GeoReport v2, by which keys, and what they raised.

create table intake.service (
    tenant       integer not null references directory.tenant,
    code         text    not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$'),
    register     text    not null,
    category     text    not null,
    name_zh      text    not null check (name_zh <> ''),
    name_en      text    not null check (name_en <> ''),
    says_zh      text    not null,
    says_en      text    not null,
    keywords     text    not null,
    listed_under text    not null,
    delivery     text    not null check (delivery in ('REALTIME', 'BATCH', 'BLACKBOX')),
    attributes   jsonb   not null,
    offered      boolean not null,
    primary key (tenant, code),
    foreign key (tenant, register) references ledger.register
);
create index service_register on intake.service (tenant, register);
comment on table intake.service is
    'The kinds of request that programs may raise (GeoReport v2, service), each on a register and with the class of problem it bears there.';

create table intake.program_key (
    tenant     integer     not null references directory.tenant,
    id         bigint      not null,
    name       text        not null check (name <> ''),
    hash       bytea       not null check (length(hash) = 32),
    made_at    timestamptz not null,
    revoked_at timestamptz,
    primary key (tenant, id),
    unique (tenant, hash)
);
comment on table intake.program_key is 'The keys by which programs raise requests. Only the SHA-256 is kept: who reads the table can raise nothing.';

create table intake.service_request (
    tenant       integer     not null references directory.tenant,
    matter       bigint      not null,
    service      text        not null,
    program      bigint      not null,
    token        bytea       check (length(token) = 32),
    blackbox     boolean     not null,
    address      text,
    address_id   text,
    lat          double precision check (lat between -90 and 90),
    long         double precision check (long between -180 and 180),
    requested_at timestamptz not null,
    primary key (tenant, matter),
    foreign key (tenant, service) references intake.service,
    foreign key (tenant, program) references intake.program_key,
    unique (tenant, token)
);
create index service_request_service on intake.service_request (tenant, service);
create index service_request_program on intake.service_request (tenant, program);
create index service_request_time on intake.service_request (tenant, requested_at);
comment on table intake.service_request is
    'The matters that programs raised, as these may ask for them again. Of a token only the SHA-256 is kept; who raised it is in the vault alone.';
