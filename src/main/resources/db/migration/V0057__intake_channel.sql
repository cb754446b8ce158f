-- The ways in, as each tenant calls and opens them.

create table intake.channel (
    tenant   integer not null references directory.tenant,
    code     text    not null check (code ~ '^[a-z][a-z0-9-]{1,29}$'),
    zh       text    not null,
    en       text    not null,
    at_desk  boolean not null,
    register text    not null,
    route    text    not null,
    way_zh   text    not null,
    way_en   text    not null,
    place    integer not null,
    primary key (tenant, code)
);
comment on table intake.channel is
    'The channels a tenant changed or added; the others are as shipped. route says whether what comes by it is raised here or has a legal route of '
    'its own, and way_zh and way_en then tell where it goes.';
