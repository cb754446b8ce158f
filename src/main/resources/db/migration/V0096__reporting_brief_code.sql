create table reporting.brief_code (
    tenant integer not null references directory.tenant,
    code   text    not null,
    unit   bigint  not null,
    primary key (tenant, code)
);
comment on table reporting.brief_code is
    'Whose code word it is: of the unit that first issued a report under it. Numbers of one code word are one series, and one unit''s.';
insert into reporting.brief_code (tenant, code, unit)
select distinct on (tenant, body->'head'->>'code') tenant, body->'head'->>'code', unit from reporting.brief
where state = 'ISSUED' order by tenant, body->'head'->>'code', issued_on, id;
