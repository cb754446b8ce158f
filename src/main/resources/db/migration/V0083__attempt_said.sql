alter table verdict.attempt add column said uuid not null default '00000000-0000-0000-0000-000000000000';
alter table verdict.attempt alter column said drop default;
comment on column verdict.attempt.said is
    'By which the same questionnaire sent again under its key is told from another. All zeros for those written before this was kept.';
