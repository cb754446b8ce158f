-- What people are told of their data, in the words of each body.

create table intake.notice (
    tenant     integer     not null references directory.tenant,
    version    integer     not null check (version > 1),
    valid_from date        not null,
    key        uuid        not null,
    written_by bigint      not null,
    written_at timestamptz not null,
    primary key (tenant, version),
    unique (tenant, key)
);
comment on table intake.notice is
    'What people are told before they leave anything of themselves, and from which day: 个人信息保护法 Art. 17 and 35. Versions are only ever added to; '
    'version 1 is the text the product ships, and has no row.';

create table intake.notice_part (
    tenant     integer not null,
    version    integer not null,
    place      integer not null check (place > 0),
    zh_heading text    not null check (zh_heading <> ''),
    zh_text    text    not null check (zh_text <> ''),
    en_heading text    not null check (en_heading <> ''),
    en_text    text    not null check (en_text <> ''),
    primary key (tenant, version, place),
    foreign key (tenant, version) references intake.notice
);
comment on table intake.notice_part is 'One heading of a notice with the paragraphs below it, a line each, in both languages';

alter table intake.voice add column notice integer check (notice > 0);
update intake.voice set notice = 1;
comment on column intake.voice.notice is
    'Which version of the notice held when it came in; nothing where it was brought along with an older ledger, whose reporters were shown none. '
    'Version 1 is shipped and has no row, so this names no row either.';
