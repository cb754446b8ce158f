-- A matter's policy belongs to its tenant: the second key asked the same again, and locked the tenant's row at every raising.
alter table ledger.matter drop constraint matter_tenant_fkey;

-- Written by one statement together with its matter, which is never deleted: a foreign key would ask twice, as for ledger.entry.
alter table ledger.part drop constraint part_tenant_matter_fkey;
