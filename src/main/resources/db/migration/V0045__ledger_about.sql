alter table ledger.matter add column about bigint[];
comment on column ledger.matter.about is
    'The units it complains of, from which it is kept together with all below them; empty for the many that complain of nobody';

alter table ledger.tally
    add column about bigint[],
    drop constraint tally_bucket,
    add constraint tally_bucket unique nulls not distinct
        (tenant, register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, parts, about);
alter table ledger.tally_delta add column about bigint[];
