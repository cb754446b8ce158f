create sequence supervision.demand_id;

create table supervision.demand (
    tenant      integer     not null references directory.tenant,
    id          bigint      not null,
    kind        text        not null,
    to_unit     bigint      not null,
    from_unit   bigint,
    subject     text        not null check (length(subject) between 1 and 200),
    basis       text        not null check (length(basis) between 1 and 300),
    minutes     integer     not null check (minutes > 0),
    day         date        not null,
    week        date        not null check (extract(isodow from week) = 1 and day between week and week + 6),
    href        text,
    cause       text,
    despite     text        check (length(despite) between 1 and 300),
    answer      text        check (length(answer) between 1 and 1000),
    answered_at timestamptz,
    made_at     timestamptz not null,
    made_by     bigint      not null,
    primary key (tenant, id),
    foreign key (tenant, to_unit) references directory.organisation,
    foreign key (tenant, from_unit) references directory.organisation
);
create unique index demand_cause on supervision.demand (tenant, cause) where cause is not null;
create index demand_load on supervision.demand (tenant, to_unit, week);
create index demand_week on supervision.demand (tenant, week);
create index demand_from on supervision.demand (tenant, from_unit) where from_unit is not null;
comment on table supervision.demand is
    'Everything asked of a unit: slips, forms, reports, visits, meetings, with basis and estimated effort. Written by the product as a by-product of '
    'what asks, or by the office that asks. cause names what asked, so that it counts once; despite is why it was added over the ceiling or asked again';

create table supervision.ceiling (
    tenant  integer     not null references directory.tenant,
    minutes integer     not null check (minutes between 1 and 10080),
    basis   text        not null check (length(basis) between 1 and 300),
    set_at  timestamptz not null,
    set_by  bigint      not null,
    primary key (tenant)
);
comment on table supervision.ceiling is
    'How much may be asked of one unit in a week before whoever adds to it has to say why, and the paper that rests on. Without a row there is none';
