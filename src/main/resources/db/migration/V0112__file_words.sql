create table ledger.file_words (
    tenant   integer     not null,
    sha256   text        not null,
    pairs    tsvector,
    weight   integer     not null default 0,
    why      text        check (why in ('GONE', 'UNKNOWN_KIND', 'NO_LETTERS', 'LOCKED', 'BROKEN', 'TOO_MUCH')),
    since    timestamptz not null default now(),
    tries    smallint    not null default 0,
    taken_at timestamptz,
    read_at  timestamptz,
    primary key (tenant, sha256),
    foreign key (tenant, sha256) references library.file on delete cascade
);
create index file_words_unread on ledger.file_words (tenant, sha256) where read_at is null;
comment on table ledger.file_words is
    'The pairs of what a file says that was laid before those who see a matter: read once for each content, masked, its text not kept. '
    'It goes with the file. why says why one that was read has no pairs.';

create table ledger.file_awaited (
    tenant integer not null,
    sha256 text    not null,
    matter bigint  not null,
    primary key (tenant, sha256, matter),
    foreign key (tenant, sha256) references ledger.file_words on delete cascade
);
comment on table ledger.file_awaited is
    'Matters that are indexed again once a file of theirs is read.';

create aggregate ledger.together(tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');
comment on aggregate ledger.together(tsvector) is
    'The pairs of several files as one.';

-- Files that were laid before the ledger until now are found as well: only their matters are indexed anew, and where no such file is kept nothing is
-- looked through.
insert into ledger.unwritten (tenant, matter)
select distinct tenant, matter from ledger.entry
where exists (select from library.file where media_type not like 'image/%')
    and kind in ('ProgressReported', 'EvidenceAttached') and jsonb_path_exists(body, '$.files[*] ? (!(@.mediaType starts with "image/"))');
