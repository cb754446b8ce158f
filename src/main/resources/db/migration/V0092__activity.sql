-- Campaigns: a span of time with registers, milestones and a goal.

create schema activity;

create sequence activity.campaign_id;

create table activity.campaign (
    tenant   integer     not null references directory.tenant,
    id       bigint      not null,
    version  integer     not null check (version > 0),
    act      text        not null check (act in ('BEGUN', 'CHANGED', 'REACHED', 'ENDED')),
    office   bigint      not null,
    lead     bigint      not null,
    from_day date        not null,
    to_day   date        not null,
    body     jsonb       not null,
    remark   text        not null,
    person   bigint      not null,
    at       timestamptz not null,
    key      uuid        not null,
    primary key (tenant, id, version),
    unique (tenant, key),
    foreign key (tenant, office) references directory.organisation,
    foreign key (tenant, lead) references directory.organisation,
    check (from_day <= to_day),
    check ((act = 'BEGUN') = (version = 1))
);
create index campaign_office on activity.campaign (tenant, office);
create index campaign_lead on activity.campaign (tenant, lead);
comment on table activity.campaign is
    'What was done to campaigns: each act a row that holds the whole of the campaign as it then was, so that nothing is ever overwritten';

create function activity.refuse_changing_what_was_done() returns trigger language plpgsql as $$
begin
    raise exception 'an act on a campaign stays as it is' using errcode = 'restrict_violation';
end $$;
create trigger campaign_stays before update or delete on activity.campaign
    for each row execute function activity.refuse_changing_what_was_done();
create trigger campaign_is_not_emptied before truncate on activity.campaign
    execute function activity.refuse_changing_what_was_done();
