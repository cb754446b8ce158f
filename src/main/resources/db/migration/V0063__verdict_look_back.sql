create table verdict.look_back (
    tenant    integer not null references directory.tenant,
    matter    bigint  not null,
    set_seq   integer not null,
    round     integer not null check (round > 0),
    lead      bigint,
    register  text    not null,
    due       date    not null,
    seq       integer check (seq > set_seq),
    looked_on date,
    held      boolean,
    left_out  integer check (left_out > set_seq),
    primary key (tenant, matter, set_seq),
    foreign key (tenant, lead) references directory.organisation,
    check ((seq is null) = (looked_on is null) and (seq is null) = (held is null))
);
create index look_back_looked on verdict.look_back (tenant, looked_on) where looked_on is not null;
create index look_back_lead on verdict.look_back (tenant, lead) where lead is not null;
comment on table verdict.look_back is
    'One row for each look-back that was set, by the journal entry that set it, with its lead unit of then. seq and what follows is what was found; '
    'left_out is the entry that says the draw left it out. Kept in the transaction of the journal';
