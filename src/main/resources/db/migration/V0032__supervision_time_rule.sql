-- A trusted extension: whoever may create a schema here may create it.
create extension if not exists btree_gist;

create table supervision.time_rule (
    tenant           integer     not null references directory.tenant,
    code             text        not null check (code ~ '^[a-z0-9][a-z0-9.-]{0,79}$'),
    version          integer     not null check (version > 0),
    pack             text,
    register         text        check (register <> ''),
    channel          text        check (channel <> ''),
    kind             text        check (kind <> ''),
    urgency          text        check (urgency <> ''),
    step             text        not null check (step <> 'DEADLINE'),
    amount           integer     not null check (amount > 0),
    unit             text        not null,
    starts           text        not null,
    ends             text[]      not null check (cardinality(ends) > 0 and not starts = any (ends)),
    pauses           text[]      not null,
    pause_basis      text        not null check (pause_basis <> '' or cardinality(pauses) = 0),
    extension_amount integer     check (extension_amount > 0),
    extension_unit   text        check ((extension_unit is null) = (extension_amount is null)),
    closes           time,
    at_risk_percent  integer     not null check (at_risk_percent between 0 and 100),
    basis_title      text        not null check (basis_title <> ''),
    basis_article    text        not null check (basis_article <> ''),
    from_day         date        not null,
    to_day           date        check (to_day >= from_day),
    kept_by          bigint,
    kept_at          timestamptz not null,
    withdrawn_by     bigint,
    withdrawn_at     timestamptz,
    primary key (tenant, code, version),
    constraint time_rule_spans_apart
        exclude using gist (tenant with =, code with =, daterange(from_day, to_day, '[]') with &&) where (withdrawn_at is null)
);
comment on table supervision.time_rule is
    'By when a step has to be done, version by version. A clock stays under the version in force on the day it started, so a row is never '
    'changed: only its last day is set when the next version begins, and a version that has not begun yet may be withdrawn. pack says with '
    'which shipped pack it came; kept_by is empty for what the program itself put in force.';

create function supervision.keep_time_rule() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        old.to_day = new.to_day;
        old.withdrawn_by = new.withdrawn_by;
        old.withdrawn_at = new.withdrawn_at;
        if old is not distinct from new then
            return new;
        end if;
    end if;
    raise exception 'A limit that was put in force is not changed: put the next version in force';
end $$;

create trigger keep_time_rule before update or delete on supervision.time_rule
    for each row execute function supervision.keep_time_rule();

create table supervision.progress_rule (
    tenant        integer     not null references directory.tenant,
    register      text        not null,
    amber_points  integer     not null check (amber_points > 0),
    red_points    integer     not null check (red_points between amber_points and 100),
    basis_title   text        not null check (basis_title <> ''),
    basis_article text        not null check (basis_article <> ''),
    from_day      date        not null,
    to_day        date        check (to_day >= from_day),
    kept_by       bigint,
    kept_at       timestamptz not null,
    primary key (tenant, register, from_day),
    constraint progress_rule_spans_apart exclude using gist (tenant with =, register with =, daterange(from_day, to_day, '[]') with &&)
);
comment on table supervision.progress_rule is
    'How far the work on a matter may stay behind its plan, in percentage points, before its light says so: from amber_points on it is at '
    'risk, above red_points it is late.';

create table supervision.light_name (
    tenant integer not null references directory.tenant,
    sign   text    not null check (sign in ('ON_TRACK', 'AT_RISK', 'LATE', 'PARKED', 'CLOSED')),
    zh     text    not null check (zh <> ''),
    en     text    not null check (en <> ''),
    colour text    not null check (colour <> ''),
    primary key (tenant, sign)
);
comment on table supervision.light_name is
    'What a tenant calls its lights and how it colours them: the codes mean the same everywhere, but red is a warning here and praise there. '
    'A light without a row has the words and the colour of the product.';
