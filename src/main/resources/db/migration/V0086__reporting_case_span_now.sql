-- Boards count whole years and what stood open a month ago: each from an index that holds what they look at, so that no row is read.

create index case_span_began on reporting.case_span (tenant, from_day);
create index case_span_was_open on reporting.case_span (tenant, kind, until_day) where open;
create index case_span_open_now on reporting.case_span (tenant, kind) include (open, unit, register, matter, stage, set_sign, set_until, risk_from, late_from)
    where open and until_day = 'infinity';
drop index reporting.case_span_open;
create index case_span_listed_now on reporting.case_span (tenant, listed_on) include (unit, register, matter)
    where kind = 'ROUND' and until_day = 'infinity';
create index case_span_ended_now on reporting.case_span (tenant, ended_on) include (outcome, on_time, assigned_on, unit, register, matter)
    where kind = 'ROUND' and until_day = 'infinity';
create index case_span_looked_now on reporting.case_span (tenant, looked_on) include (looked, unit, register, matter)
    where kind = 'ROUND' and until_day = 'infinity';
create index case_span_asked_now on reporting.case_span (tenant, asked_on)
    include (contacted, heard, solved, satisfied, left_out, excluded, claimed, unit, register, matter)
    where kind = 'ANSWER' and until_day = 'infinity';
