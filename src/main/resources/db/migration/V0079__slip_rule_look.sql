create table supervision.slip_rule_look (
    tenant  integer     not null references directory.tenant,
    code    text        not null,
    at      timestamptz not null,
    drafted bigint      not null check (drafted >= 0),
    sent    bigint      not null check (sent >= 0),
    refused bigint      not null check (refused >= 0),
    primary key (tenant, code)
);
comment on table supervision.slip_rule_look is
    'How the last look of a rule went: what it drafted, what of that went out, and what could not be drafted or not go out. Only the last one counts.';
