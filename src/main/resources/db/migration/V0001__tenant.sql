create schema directory;
comment on schema directory is 'Who there is: tenants, organisations, people, posts';
create schema library;
comment on schema library is 'Files and documents; knows no matter';
create schema ledger;
comment on schema ledger is 'Matters and their journals';
create schema intake;
comment on schema intake is 'How matters come in: imports, channels, reporters';

create table directory.tenant (
    id   integer primary key,
    name text not null check (name <> '')
);
comment on table directory.tenant is
    'A body that keeps its own account. Its id is first in the key of every other row, so that two bodies cannot mix '
    'and a distributed PostgreSQL can spread them.';
