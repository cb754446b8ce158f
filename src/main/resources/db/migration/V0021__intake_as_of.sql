alter table intake.import add column as_of date;
update intake.import set as_of = (started_at at time zone 'Asia/Shanghai')::date;
alter table intake.import alter column as_of set not null;
comment on column intake.import.as_of is 'The day on which the ledger was as it is: a deadline without a year is read as one of that time.';
