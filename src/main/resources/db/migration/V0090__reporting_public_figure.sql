-- Which figures stand on the public site.

create table reporting.public_figure (
    tenant  integer     not null references directory.tenant,
    no      integer     not null,
    figure  text        not null,
    version integer     not null,
    shown   boolean     not null,
    by      bigint      not null,
    at      timestamptz not null,
    primary key (tenant, no)
);
create index public_figure_latest on reporting.public_figure (tenant, figure, no desc);
comment on table reporting.public_figure is
    'Each time somebody laid a figure before everybody or took it off: who, when, and which version of its definition. The last line of a figure counts';

create function reporting.refuse_changing_what_was_shown() returns trigger language plpgsql as $$
begin
    raise exception 'what was laid before everybody is only ever added to' using errcode = 'restrict_violation';
end $$;
create trigger public_figure_kept before update or delete on reporting.public_figure
    for each row execute function reporting.refuse_changing_what_was_shown();
