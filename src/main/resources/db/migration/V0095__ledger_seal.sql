create table ledger.unsealed (
    tenant integer not null,
    matter bigint  not null,
    seq    integer not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
comment on table ledger.unsealed is
    'Entries that wait for their place in the log. Added to without a lock or an index, so that no two writers wait for each other.';
insert into ledger.unsealed (tenant, matter, seq) select tenant, matter, seq from ledger.entry order by tenant, at, matter, seq;

create table ledger.log (
    tenant integer not null primary key references directory.tenant,
    origin text    not null check (origin <> ''),
    hash   text    not null
);
comment on table ledger.log is 'What each account''s log is called and hashed with, from its first leaf on.';

create table ledger.leaf (
    tenant integer not null,
    leaf   bigint  not null check (leaf >= 0),
    matter bigint  not null,
    seq    integer not null,
    salt   bytea   not null,
    primary key (tenant, leaf)
);
create unique index leaf_entry on ledger.leaf (tenant, matter, seq);
comment on table ledger.leaf is
    'Which entry stands where in the log. The salt opens its seal: without it the leaf stays in the tree and tells nothing of what it sealed.';

create table ledger.tile (
    tenant integer  not null,
    level  smallint not null check (level >= -1),
    n      bigint   not null check (n >= 0),
    hashes bytea    not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
    primary key (tenant, level, n)
);
alter table ledger.tile alter column hashes set storage external;
comment on table ledger.tile is
    'The tree, in tiles of 256 hashes. Level -1 holds the leaves themselves, level 0 their hashes; only the last tile of a level still grows.';

create table ledger.head (
    tenant integer     not null,
    size   bigint      not null check (size > 0),
    at     timestamptz not null,
    note   text        not null,
    primary key (tenant, size)
);
create trigger kept before update or delete on ledger.head for each row execute function ledger.keep_the_journal();
create trigger kept_whole before truncate on ledger.head for each statement execute function ledger.keep_the_journal();
create trigger kept before update or delete on ledger.leaf for each row execute function ledger.keep_the_journal();
create trigger kept_whole before truncate on ledger.leaf for each statement execute function ledger.keep_the_journal();
comment on table ledger.head is 'The signed heads of the tree: so many leaves, this root, at that moment. Whoever holds one can hold the log to it.';

create table ledger.head_signature (
    tenant integer     not null,
    size   bigint      not null,
    signer text        not null,
    line   text        not null,
    at     timestamptz not null,
    primary key (tenant, size, signer),
    foreign key (tenant, size) references ledger.head
);
comment on table ledger.head_signature is 'Signatures a head got later: of a new key, or of a witness outside.';
