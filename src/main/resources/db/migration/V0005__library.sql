create table library.file (
    tenant     integer     not null references directory.tenant,
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size       bigint      not null check (size >= 0),
    media_type text        not null,
    kept_at    timestamptz not null,
    primary key (tenant, sha256)
);
comment on table library.file is
    'Files by their content. The bytes lie in the data directory under the same name; the same file is kept once.';

create table library.upload (
    tenant integer     not null,
    sha256 text        not null,
    person bigint      not null,
    at     timestamptz not null,
    primary key (tenant, sha256, person),
    foreign key (tenant, sha256) references library.file
);
comment on table library.upload is
    'Who brought a file. Only they can lay it before others: knowing its hash is not having it.';
