-- What waits says since when, so that whoever watches sees one row that stays as well as many that pass. What waits already counts from now.
alter table ledger.unwritten add column since timestamptz not null default now();
alter table ledger.unsealed_line add column since timestamptz not null default now();
alter table reporting.pending add column since timestamptz not null default now();
alter table pattern.waiting add column since timestamptz not null default now();
