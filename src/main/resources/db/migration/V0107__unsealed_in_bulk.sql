alter table ledger.unsealed add column in_bulk boolean not null default false;
comment on column ledger.unsealed.in_bulk is 'Came with a whole ledger that was taken over: sealed after what people raise and do one by one.';
