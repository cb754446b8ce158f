alter table supervision.demand add column lifted_at timestamptz;
comment on column supervision.demand.lifted_at is
    'When whoever asked took it back before it was answered: it stays readable and weighs nothing.';
update supervision.demand d set lifted_at = s.ended_at
from supervision.slip s
where d.kind = 'SLIP' and d.tenant = s.tenant and d.cause = 'slip/' || s.id and s.state = 'WITHDRAWN' and s.ended_at is not null;
