-- Documents of human words and live figures.

create sequence reporting.brief_id;

create table reporting.brief (
    tenant     integer     not null references directory.tenant,
    id         bigint      not null,
    version    integer     not null,
    state      text        not null check (state in ('DRAFTED', 'FROZEN', 'ISSUED')),
    maker      bigint      not null,
    unit       bigint      not null,
    body       jsonb       not null,
    told       jsonb,
    number     text,
    issued_on  date,
    changed_at timestamptz not null,
    primary key (tenant, id),
    check ((state = 'DRAFTED') = (told is null)),
    check ((state = 'ISSUED') = (number is not null) and (number is null) = (issued_on is null))
);
create unique index brief_by_number on reporting.brief (tenant, number) where number is not null;
create index brief_changed on reporting.brief (tenant, changed_at desc);
comment on table reporting.brief is
    'A report in the making, and what it said once its figures were frozen: each number with its question and the digest of its cases. '
    'What was issued is never changed';

create function reporting.refuse_changing_what_was_issued() returns trigger language plpgsql as $$
begin
    raise exception 'a brief that was issued stays as it is' using errcode = 'restrict_violation';
end $$;
create trigger brief_issued before update or delete on reporting.brief
    for each row when (old.state = 'ISSUED') execute function reporting.refuse_changing_what_was_issued();

create table reporting.brief_number (
    tenant integer not null references directory.tenant,
    code   text    not null,
    year   integer not null,
    last   integer not null,
    primary key (tenant, code, year)
);
comment on table reporting.brief_number is 'The last number given under a code word in a year, so that numbers have no gap and none is given twice';
