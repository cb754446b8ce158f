alter table supervision.time_rule add column ended_before boolean not null default true;
comment on column supervision.time_rule.ended_before is
    'Whether this version set the last day of the one before it, which goes on when this one is withdrawn. What had ended already stays ended.';

alter table supervision.progress_rule add column ended_before boolean not null default true;
comment on column supervision.progress_rule.ended_before is
    'Whether this version set the last day of the one before it, which goes on when this one is taken back. What had ended already stays ended.';
