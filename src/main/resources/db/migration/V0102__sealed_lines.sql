alter table ledger.leaf
    alter column matter drop not null,
    alter column seq drop not null,
    add column log  text,
    add column line bigint,
    add check (matter is not null and seq is not null and log is null and line is null
        or matter is null and seq is null and log is not null and line is not null);
create unique index leaf_line on ledger.leaf (tenant, log, line) where line is not null;
comment on table ledger.leaf is
    'Which entry stands where in the log, or which line of a log beside the journal. The salt opens its seal: without it the leaf stays in the tree '
    'and tells nothing of what it sealed.';

create table ledger.unsealed_line (
    tenant integer not null,
    log    text    not null,
    line   bigint  not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
comment on table ledger.unsealed_line is
    'Lines of the audit trail and of the log of looks that wait for their place in the log. What was written before they were sealed is sealed as it '
    'stood when that began.';
insert into ledger.unsealed_line (tenant, log, line) select tenant, 'audit', id from directory.audit order by tenant, id;
insert into ledger.unsealed_line (tenant, log, line) select tenant, 'looks', id from intake.vault_log order by tenant, id;
