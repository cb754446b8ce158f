-- What everybody may read of matters that have ended.

create table intake.publication (
    tenant      integer     not null references directory.tenant,
    matter      bigint      not null,
    round       integer     not null check (round > 0),
    register    text        not null,
    title       text        not null,
    text        text        not null,
    place       text,
    category    text,
    outcome     text        not null,
    closed_on   date        not null,
    released_by bigint      not null,
    released_at timestamptz not null,
    taken_back_at timestamptz,
    primary key (tenant, matter, round)
);
create index publication_newest on intake.publication (tenant, closed_on desc, matter desc) where taken_back_at is null;
comment on table intake.publication is
    'An outcome as somebody at the office released it for everybody, in the very words that were looked through: what is corrected in the matter later '
    'does not appear here by itself.';

create table intake.publication_picture (
    tenant integer not null,
    matter bigint  not null,
    round  integer not null,
    place  integer not null,
    sha256 text    not null check (sha256 ~ '^[0-9a-f]{64}$'),
    after  boolean not null,
    primary key (tenant, matter, round, place),
    foreign key (tenant, matter, round) references intake.publication on delete cascade
);
comment on table intake.publication_picture is 'Pictures of before and after, drawn anew so that nothing of place, time and camera is left in them.';
