-- Boards of one unit, and boards of months that are over, without reading everybody's year or everything since.
create index case_span_ended_of_unit on reporting.case_span (tenant, unit, ended_on)
    include (from_day, until_day, outcome, on_time, assigned_on, register, matter) where kind = 'ROUND' and ended_on is not null;
create index case_span_open_during on reporting.case_span using gist (daterange(from_day, until_day))
    include (tenant, open, unit, register, matter, stage, set_sign, set_until, risk_from, late_from, from_day, until_day) where open and kind = 'ROUND';
