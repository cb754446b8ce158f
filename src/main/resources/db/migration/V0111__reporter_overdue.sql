-- Whose time is over is read page by page, without those whom a law bids to keep.
drop index intake.reporter_keep_until;
create index reporter_keep_until on intake.reporter (tenant, keep_until, id) where destroyed_at is null and restricted_basis is null;
