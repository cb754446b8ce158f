-- A board of a month that is over is told as it stood when the month ended: those sums are kept too, for as many months as somebody looks back.

alter table reporting.case_sum add as_of date not null default 'infinity';
drop index reporting.case_sum_of;
create unique index case_sum_of on reporting.case_sum (tenant, as_of, kind, of_day, month, register, unit, round, opened_by, outcome, on_time, looked,
    contacted, heard, solved, satisfied, claimed, left_out, excluded) nulls not distinct;

create table reporting.sum_day (
    tenant integer not null references directory.tenant,
    as_of  date    not null,
    since  date    not null,
    primary key (tenant, as_of)
);
comment on table reporting.sum_day is
    'The days, besides now, at whose end case_sum tells how many cases of each sort stood, with days of theirs since another one. '
    'What is read later about such a day changes those sums too';

create or replace function reporting.sum_cases() returns trigger language plpgsql as $$
begin
    if tg_op in ('DELETE', 'UPDATE') then
        insert into reporting.case_sum as s (tenant, as_of, kind, of_day, month, register, unit, round, opened_by, outcome, on_time, looked,
            contacted, heard, solved, satisfied, claimed, left_out, excluded, n)
        select c.tenant, a.as_of, c.kind, d.of_day, date_trunc('month', d.day)::date, c.register, c.unit, c.round, c.opened_by, c.outcome, c.on_time,
            c.looked, c.contacted, c.heard, c.solved, c.satisfied, c.claimed, c.left_out, c.excluded, -count(*)
        from gone c
            cross join lateral (
                select 'infinity'::date as as_of, '-infinity'::date as since where c.until_day = 'infinity'
                union all select t.as_of, t.since from reporting.sum_day t
                where t.tenant = c.tenant and t.as_of >= c.from_day and t.as_of < c.until_day) a
            cross join lateral (values ('RAISED_ON', 'ROUND', c.raised_on), ('LISTED_ON', 'ROUND', c.listed_on), ('OPENED_ON', 'ROUND', c.opened_on),
                ('ENDED_ON', 'ROUND', c.ended_on), ('LOOKED_ON', 'ROUND', c.looked_on), ('ASKED_ON', 'ANSWER', c.asked_on)) d (of_day, kind, day)
        where d.kind = c.kind and d.day >= a.since
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19
        on conflict (tenant, as_of, kind, of_day, month, register, unit, round, opened_by, outcome, on_time, looked,
            contacted, heard, solved, satisfied, claimed, left_out, excluded)
        do update set n = s.n + excluded.n;
    end if;
    if tg_op in ('INSERT', 'UPDATE') then
        insert into reporting.case_sum as s (tenant, as_of, kind, of_day, month, register, unit, round, opened_by, outcome, on_time, looked,
            contacted, heard, solved, satisfied, claimed, left_out, excluded, n)
        select c.tenant, a.as_of, c.kind, d.of_day, date_trunc('month', d.day)::date, c.register, c.unit, c.round, c.opened_by, c.outcome, c.on_time,
            c.looked, c.contacted, c.heard, c.solved, c.satisfied, c.claimed, c.left_out, c.excluded, count(*)
        from come c
            cross join lateral (
                select 'infinity'::date as as_of, '-infinity'::date as since where c.until_day = 'infinity'
                union all select t.as_of, t.since from reporting.sum_day t
                where t.tenant = c.tenant and t.as_of >= c.from_day and t.as_of < c.until_day) a
            cross join lateral (values ('RAISED_ON', 'ROUND', c.raised_on), ('LISTED_ON', 'ROUND', c.listed_on), ('OPENED_ON', 'ROUND', c.opened_on),
                ('ENDED_ON', 'ROUND', c.ended_on), ('LOOKED_ON', 'ROUND', c.looked_on), ('ASKED_ON', 'ANSWER', c.asked_on)) d (of_day, kind, day)
        where d.kind = c.kind and d.day >= a.since
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19
        on conflict (tenant, as_of, kind, of_day, month, register, unit, round, opened_by, outcome, on_time, looked,
            contacted, heard, solved, satisfied, claimed, left_out, excluded)
        do update set n = s.n + excluded.n;
    end if;
    return null;
end $$;

-- Nobody may write to case_span meanwhile: whoever calls it reads alone.
create function reporting.sum_as_of(whose integer, at_end_of date, since_day date) returns void language sql as $$
    insert into reporting.sum_day (tenant, as_of, since) values (whose, at_end_of, since_day);
    insert into reporting.case_sum (tenant, as_of, kind, of_day, month, register, unit, round, opened_by, outcome, on_time, looked,
        contacted, heard, solved, satisfied, claimed, left_out, excluded, n)
    select c.tenant, at_end_of, c.kind, d.of_day, date_trunc('month', d.day)::date, c.register, c.unit, c.round, c.opened_by, c.outcome, c.on_time,
        c.looked, c.contacted, c.heard, c.solved, c.satisfied, c.claimed, c.left_out, c.excluded, count(*)
    from reporting.case_span c
        cross join lateral (values ('RAISED_ON', 'ROUND', c.raised_on), ('LISTED_ON', 'ROUND', c.listed_on), ('OPENED_ON', 'ROUND', c.opened_on),
            ('ENDED_ON', 'ROUND', c.ended_on), ('LOOKED_ON', 'ROUND', c.looked_on), ('ASKED_ON', 'ANSWER', c.asked_on)) d (of_day, kind, day)
    where c.tenant = whose and c.kind in ('ROUND', 'ANSWER') and c.from_day <= at_end_of and c.until_day > at_end_of and d.kind = c.kind and d.day >= since_day
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19;
$$;
