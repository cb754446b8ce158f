create schema supervision;
comment on schema supervision is 'Clocks: which days count, by when things are due, and what is sent when they are late';

create table supervision.notice (
    tenant   integer     not null references directory.tenant,
    region   text        not null check (region ~ '^([0-9]{2}){0,3}$'),
    year     integer     not null check (year between 1949 and 2999),
    papers   text[]      not null,
    taken_at timestamptz not null,
    taken_by bigint,
    primary key (tenant, region, year)
);
comment on table supervision.notice is
    'The notices of holidays and shifted working days a tenant counts by, year by year. region is the beginning of a division code (GB/T 2260): '
    'empty for the whole country, two digits for a province. taken_by is empty for what came with the product.';

create table supervision.listed_day (
    tenant integer not null,
    region text    not null,
    year   integer not null,
    day    date    not null,
    name   text    not null check (name <> ''),
    free   boolean not null,
    primary key (tenant, region, year, day),
    foreign key (tenant, region, year) references supervision.notice
);
comment on table supervision.listed_day is
    'The days of a notice that are not as their weekday says: free, or a weekend day worked in exchange.';
