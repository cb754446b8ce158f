create schema verdict;
comment on schema verdict is 'What those who raised a matter say of it: who was to be asked, what they answered, and the rates counted from it';

create table verdict.answer (
    tenant       integer not null references directory.tenant,
    matter       bigint  not null,
    asked_seq    integer not null,
    round        integer not null check (round > 0),
    lead         bigint,
    register     text    not null,
    category     text,
    asked_on     date    not null,
    claimed      text,
    seq          integer check (seq >= asked_seq),
    contacted    boolean,
    solved       text,
    satisfied    text,
    heard_from   boolean,
    left_out     integer check (left_out > asked_seq),
    primary key (tenant, matter, asked_seq),
    foreign key (tenant, lead) references directory.organisation,
    check ((seq is null) = (contacted is null)),
    check (coalesce(contacted, false) or (solved is null and satisfied is null and heard_from is null))
);
create index answer_asked on verdict.answer (tenant, asked_on);
create index answer_lead on verdict.answer (tenant, lead) where lead is not null;
comment on table verdict.answer is
    'One row for each time a matter came to await the verdict, by the journal entry that brought it there, with the lead unit, category and claimed '
    'outcome of then. seq and what follows is the verdict that stands for it; empty while nobody has asked; left_out is the entry '
    'that says the draw left it out. Kept in the transaction of the journal';

create table verdict.formula (
    tenant       integer     not null references directory.tenant,
    version      integer     not null check (version > 1),
    from_month   date        not null check (extract(day from from_month) = 1),
    response     numeric     not null check (response >= 0),
    solution     numeric     not null check (solution >= 0),
    satisfaction numeric     not null check (satisfaction >= 0),
    fairly       numeric     not null check (fairly between 0 and 1),
    first_day    integer     not null check (first_day between 1 and 28),
    basis        text        not null check (length(basis) between 1 and 300),
    set_at       timestamptz not null,
    set_by       bigint      not null,
    primary key (tenant, version),
    unique (tenant, from_month),
    check (response + solution + satisfaction = 1)
);
comment on table verdict.formula is
    'How the composite of the three rates is counted from an assessment month on, with the paper it rests on. Version 1 is the shipped one and has no '
    'row. first_day is the day of the month before on which the assessment month begins; 1 is the calendar month';
