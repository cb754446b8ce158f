-- Letters that ask bodies for their opinion, what became of each, and the matters their replies raised.

create sequence intake.opinion_letter_no;

create table intake.opinion_letter (
    tenant        integer     not null references directory.tenant,
    no            bigint      not null,
    key           uuid        not null,
    place         integer     not null,
    round         text        not null check (round <> ''),
    unit          bigint      not null,
    body          text        not null check (body <> ''),
    body_unit     bigint,
    subject       text        not null check (subject <> ''),
    sent_on       date        not null,
    due_on        date        not null,
    due_basis     text        not null check (due_basis <> ''),
    written_by    bigint      not null,
    written_at    timestamptz not null,
    replied_on    date,
    opinions      integer     check (opinions >= 0),
    called_off_on date,
    reminders     integer     not null default 0,
    primary key (tenant, no),
    unique (tenant, key, place),
    check (due_on >= sent_on),
    check ((replied_on is null) = (opinions is null))
);
create index opinion_letter_round on intake.opinion_letter (tenant, round, no);
create index opinion_letter_body on intake.opinion_letter (tenant, body, no);
comment on table intake.opinion_letter is
    'Opinion letters (征求意见函), one row for each body asked. key and place name the form and the line of it, so that a form sent twice writes once. '
    'What stands after written_at is read from opinion_letter_event. A letter that is not answered says nothing: opinions is null, not 0.';

create table intake.opinion_letter_event (
    tenant   integer     not null,
    letter   bigint      not null,
    seq      integer     not null check (seq > 0),
    key      uuid        not null,
    kind     text        not null,
    day      date        not null,
    words    text        not null,
    opinions integer,
    by       bigint      not null,
    at       timestamptz not null,
    primary key (tenant, letter, seq),
    unique (tenant, key),
    foreign key (tenant, letter) references intake.opinion_letter
);
comment on table intake.opinion_letter_event is 'What happened to a letter: reminded, replied, a reply struck out, called off. Only ever added to.';

create table intake.opinion_letter_matter (
    tenant    integer     not null,
    matter    bigint      not null,
    letter    bigint      not null,
    linked_by bigint      not null,
    linked_at timestamptz not null,
    primary key (tenant, matter),
    foreign key (tenant, letter) references intake.opinion_letter
);
create index opinion_letter_matter_of on intake.opinion_letter_matter (tenant, letter, matter);
comment on table intake.opinion_letter_matter is 'Which matter came of the reply to which letter, so that the count of them opens its cases.';
