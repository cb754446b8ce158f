-- No letter goes to an address before whoever reads there has said so. Addresses given before count as not confirmed.

alter table directory.reach add column confirmed_at timestamptz;
comment on column directory.reach.confirmed_at is 'When a link sent to this address came back; empty while it is not confirmed';

alter table directory.letter add column confirms text check (length(confirms) <= 254),
    add check (confirms is null or person is not null);
create index letter_confirming on directory.letter (tenant, person, written_at) where confirms is not null;
comment on column directory.letter.confirms is 'The address this letter asks to be confirmed; it then tells nothing else';

create table directory.address_code (
    tenant integer not null references directory.tenant,
    hash bytea not null check (length(hash) = 32),
    person bigint not null,
    address text not null check (length(address) <= 254),
    made_at timestamptz not null,
    primary key (tenant, hash),
    foreign key (tenant, person) references directory.person
);
create index address_code_person on directory.address_code (tenant, person);
comment on table directory.address_code is
    'By which secret links an address can be confirmed. A code is made when its letter leaves and only its hash is kept: who reads the table can '
    'confirm nothing. It holds for this person and this address alone; all of a person go when one is used or the address is changed';
