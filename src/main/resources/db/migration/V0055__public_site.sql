-- Which registers the public meets: nothing is taken from it, and nothing shown to it, before an office says so.

alter table ledger.register
    add column open_to_public boolean not null default false,
    add column published      boolean not null default false;
comment on column ledger.register.open_to_public is 'Whether people without an account may raise matters on it, through the public site.';
comment on column ledger.register.published is 'Whether what became of its matters may be shown on the public site, each after somebody released it.';
