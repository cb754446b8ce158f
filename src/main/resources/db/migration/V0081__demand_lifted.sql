alter table supervision.demand add column lifted_at timestamptz;
comment on column supervision.demand.lifted_at is
    'When nobody had to answer any more what was not answered yet: taken back, let lapse, or asked by a graver slip. It stays readable and weighs nothing.';
update supervision.demand d set lifted_at = s.ended_at
from supervision.slip s
where d.kind = 'SLIP' and d.tenant = s.tenant and d.cause = 'slip/' || s.id and s.state in ('WITHDRAWN', 'LAPSED', 'UPGRADED') and s.ended_at is not null
    and not exists (select from supervision.slip_event e where e.tenant = s.tenant and e.slip = s.id and e.kind = 'Answered');
