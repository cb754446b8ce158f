alter table supervision.call_out_unit add column told_late_at timestamptz;
create index call_out_due on supervision.call_out (tenant, arrive_by) where ended_at is null;
comment on column supervision.call_out_unit.told_late_at is 'When both sides were told that the unit was not there although its time was over: once.';
-- What was over before anybody was told of such things stays as it is.
update supervision.call_out_unit u set told_late_at = c.arrive_by
from supervision.call_out c where c.tenant = u.tenant and c.id = u.call_out and c.arrive_by < now();
