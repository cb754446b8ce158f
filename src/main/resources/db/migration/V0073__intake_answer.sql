-- Short answers the desk keeps at hand, and what was answered with them.

create sequence intake.answer_no;

create table intake.answer (
    tenant   integer     not null references directory.tenant,
    no       bigint      not null,
    ended_by bigint,
    ended_at timestamptz,
    primary key (tenant, no),
    check ((ended_by is null) = (ended_at is null))
);
comment on table intake.answer is
    'Answers at hand (常用答复), each of which the unit it names keeps current: 北京市接诉即办工作条例 Art. 31. What it says is in its versions; '
    'ended_at is when it was taken off the desk for good.';

create table intake.answer_version (
    tenant      integer     not null,
    no          bigint      not null,
    version     integer     not null check (version > 0),
    key         uuid        not null,
    question    text        not null check (question <> ''),
    answer      text        not null check (answer <> ''),
    basis       text        not null check (basis <> ''),
    unit        bigint      not null,
    valid_from  date        not null,
    valid_until date,
    written_by  bigint      not null,
    written_at  timestamptz not null,
    approved_by bigint,
    approved_at timestamptz,
    primary key (tenant, no, version),
    unique (tenant, key),
    foreign key (tenant, no) references intake.answer,
    check (valid_until >= valid_from),
    check ((approved_by is null) = (approved_at is null)),
    check (approved_by <> written_by)
);
create index answer_version_waiting on intake.answer_version (tenant, written_at) where approved_at is null;
comment on table intake.answer_version is
    'Each wording of an answer, only ever added to. One is told to people from valid_from to valid_until once somebody other than its writer approved it; '
    'key is the form that wrote it, so that the form sent twice is one version.';

create table intake.answer_word (
    tenant   integer not null,
    word     text    not null,
    no       bigint  not null,
    version  integer not null,
    question boolean not null,
    primary key (tenant, word, no, version),
    foreign key (tenant, no, version) references intake.answer_version
);
create index answer_word_of on intake.answer_word (tenant, no, version);
comment on table intake.answer_word is
    'The words of an answer, two characters each in Chinese, so that it is found while somebody types; question says which stand in the question itself.';

create table intake.answer_use (
    tenant  integer     not null,
    matter  bigint      not null,
    no      bigint      not null,
    version integer     not null,
    used_by bigint      not null,
    used_at timestamptz not null,
    primary key (tenant, matter),
    foreign key (tenant, no, version) references intake.answer_version
);
create index answer_use_of on intake.answer_use (tenant, no, version, used_at);
comment on table intake.answer_use is 'Which matter was answered at once with which wording, so that the count of uses opens its cases.';
