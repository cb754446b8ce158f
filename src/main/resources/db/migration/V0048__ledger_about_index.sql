create index matter_about on ledger.matter (tenant) where about is not null;
