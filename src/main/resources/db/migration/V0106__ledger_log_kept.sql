-- What a log is called and hashed with is as little changed as its leaves and heads.
create trigger kept before update or delete on ledger.log for each row execute function ledger.keep_the_journal();
create trigger kept_whole before truncate on ledger.log for each statement execute function ledger.keep_the_journal();
