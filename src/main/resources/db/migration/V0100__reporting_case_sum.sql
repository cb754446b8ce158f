create table reporting.case_sum (
    tenant    integer not null,
    kind      text    not null,
    of_day    text    not null,
    month     date    not null,
    register  text    not null,
    unit      bigint,
    round     integer not null,
    opened_by text,
    outcome   text,
    on_time   boolean,
    looked    text,
    contacted boolean,
    heard     boolean,
    solved    text,
    satisfied text,
    claimed   text,
    left_out  boolean,
    excluded  boolean,
    n         bigint  not null
);
create unique index case_sum_of on reporting.case_sum (tenant, kind, of_day, month, register, unit, round, opened_by, outcome, on_time, looked, contacted,
    heard, solved, satisfied, claimed, left_out, excluded) nulls not distinct;
comment on table reporting.case_sum is
    'How many cases of each sort stand now, by the month in which a day of theirs lies: boards add these up instead of reading a year of cases. '
    'Kept by the triggers of case_span, whoever writes there, and made anew from it at will';

create function reporting.sum_cases() returns trigger language plpgsql as $$
begin
    if tg_op in ('DELETE', 'UPDATE') then
        insert into reporting.case_sum as s
        select c.tenant, c.kind, d.of_day, date_trunc('month', d.day)::date, c.register, c.unit, c.round, c.opened_by, c.outcome, c.on_time, c.looked,
            c.contacted, c.heard, c.solved, c.satisfied, c.claimed, c.left_out, c.excluded, -count(*)
        from gone c cross join lateral (values ('RAISED_ON', 'ROUND', c.raised_on), ('LISTED_ON', 'ROUND', c.listed_on), ('OPENED_ON', 'ROUND', c.opened_on),
            ('ENDED_ON', 'ROUND', c.ended_on), ('LOOKED_ON', 'ROUND', c.looked_on), ('ASKED_ON', 'ANSWER', c.asked_on)) d (of_day, kind, day)
        where c.until_day = 'infinity' and d.kind = c.kind and d.day is not null
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18
        on conflict (tenant, kind, of_day, month, register, unit, round, opened_by, outcome, on_time, looked, contacted, heard, solved, satisfied, claimed,
            left_out, excluded) do update set n = s.n + excluded.n;
    end if;
    if tg_op in ('INSERT', 'UPDATE') then
        insert into reporting.case_sum as s
        select c.tenant, c.kind, d.of_day, date_trunc('month', d.day)::date, c.register, c.unit, c.round, c.opened_by, c.outcome, c.on_time, c.looked,
            c.contacted, c.heard, c.solved, c.satisfied, c.claimed, c.left_out, c.excluded, count(*)
        from come c cross join lateral (values ('RAISED_ON', 'ROUND', c.raised_on), ('LISTED_ON', 'ROUND', c.listed_on), ('OPENED_ON', 'ROUND', c.opened_on),
            ('ENDED_ON', 'ROUND', c.ended_on), ('LOOKED_ON', 'ROUND', c.looked_on), ('ASKED_ON', 'ANSWER', c.asked_on)) d (of_day, kind, day)
        where c.until_day = 'infinity' and d.kind = c.kind and d.day is not null
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18
        on conflict (tenant, kind, of_day, month, register, unit, round, opened_by, outcome, on_time, looked, contacted, heard, solved, satisfied, claimed,
            left_out, excluded) do update set n = s.n + excluded.n;
    end if;
    return null;
end $$;

create trigger case_sum_come after insert on reporting.case_span referencing new table as come for each statement execute function reporting.sum_cases();
create trigger case_sum_gone after delete on reporting.case_span referencing old table as gone for each statement execute function reporting.sum_cases();
create trigger case_sum_changed after update on reporting.case_span referencing old table as gone new table as come
    for each statement execute function reporting.sum_cases();

insert into reporting.case_sum
select c.tenant, c.kind, d.of_day, date_trunc('month', d.day)::date, c.register, c.unit, c.round, c.opened_by, c.outcome, c.on_time, c.looked,
    c.contacted, c.heard, c.solved, c.satisfied, c.claimed, c.left_out, c.excluded, count(*)
from reporting.case_span c cross join lateral (values ('RAISED_ON', 'ROUND', c.raised_on), ('LISTED_ON', 'ROUND', c.listed_on),
    ('OPENED_ON', 'ROUND', c.opened_on), ('ENDED_ON', 'ROUND', c.ended_on), ('LOOKED_ON', 'ROUND', c.looked_on), ('ASKED_ON', 'ANSWER', c.asked_on))
    d (of_day, kind, day)
where c.until_day = 'infinity' and d.kind = c.kind and d.day is not null
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18;
