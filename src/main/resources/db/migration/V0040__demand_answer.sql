create table supervision.demand_answer (
    tenant integer     not null,
    demand bigint      not null,
    no     integer     not null check (no > 0),
    words  text        not null check (length(words) between 1 and 1000),
    by     bigint      not null,
    at     timestamptz not null,
    primary key (tenant, demand, no),
    foreign key (tenant, demand) references supervision.demand
);
comment on table supervision.demand_answer is
    'What came of a demand, so that nobody need ask again; only ever added to. demand.answer repeats the last one for the lists.';
insert into supervision.demand_answer (tenant, demand, no, words, by, at)
    select tenant, id, 1, answer, made_by, answered_at from supervision.demand where answer is not null;
