-- Those who raise a matter: through which channel, in which words of their own, and what they said since.

create table intake.voice (
    tenant       integer     not null references directory.tenant,
    matter       bigint      not null,
    no           integer     not null check (no > 0),
    channel      text        not null,
    reporter     bigint,
    anonymous    boolean     not null,
    confidential boolean     not null,
    language     text        not null,
    receipt      bytea       not null check (length(receipt) = 32),
    unit         bigint      not null,
    received_by  bigint      not null,
    received_at  timestamptz not null,
    withdrawn_at timestamptz,
    withheld_at  timestamptz,
    key          uuid        not null,
    said         bytea       not null,
    primary key (tenant, matter, no),
    unique (tenant, receipt),
    unique (tenant, key),
    foreign key (tenant, reporter) references intake.reporter,
    check (not anonymous or reporter is null)
);
create index voice_reporter on intake.voice (tenant, reporter) where reporter is not null;
comment on table intake.voice is
    'One raising by one reporter through one channel. Of the code on the receipt only the SHA-256 is kept, of what was sent only a keyed hash, '
    'so that the same form sent twice is known. unit is where it was taken in; once withheld, the code tells nothing more.';

create table intake.voice_file (
    tenant     integer not null,
    matter     bigint  not null,
    no         integer not null,
    place      integer not null,
    sha256     text    not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name       text    not null,
    media_type text    not null,
    size       bigint  not null,
    primary key (tenant, matter, no, place),
    foreign key (tenant, matter, no) references intake.voice
);
comment on table intake.voice_file is 'What a reporter handed in with their words, in its order; the files themselves are the library''s.';

create table intake.voice_line (
    tenant    integer not null,
    matter    bigint  not null,
    no        integer not null,
    in_matter bigint  not null,
    seq       integer not null,
    primary key (tenant, in_matter, seq),
    foreign key (tenant, matter, no) references intake.voice
);
create index voice_line_voice on intake.voice_line (tenant, matter, no);
comment on table intake.voice_line is
    'Which lines of a journal say what one voice said: a reporter is told their own words and nobody else''s. The journal itself does not say whose.';
