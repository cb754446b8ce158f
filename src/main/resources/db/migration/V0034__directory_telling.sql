-- Telling people: what they are told, how they want to be reached, and the letters that go out.

create sequence directory.telling_id;
create sequence directory.letter_id;
create sequence directory.hook_id;

create table directory.reach (
    tenant integer not null references directory.tenant,
    person bigint not null,
    address text not null default '' check (length(address) <= 254),
    rhythm text not null,
    daily_at time not null,
    quiet_from time not null,
    quiet_until time not null,
    language text not null,
    primary key (tenant, person),
    foreign key (tenant, person) references directory.person
);
comment on table directory.reach is
    'How a person wants to be told beside the pages: at which address, how often, and when not at all. Only ever set by themselves';

create table directory.hook (
    tenant integer not null references directory.tenant,
    id bigint not null,
    name text not null check (length(name) between 1 and 40),
    kind text not null,
    unit bigint,
    url text not null check (length(url) <= 1000),
    secret text not null default '' check (length(secret) <= 200),
    added_at timestamptz not null,
    removed_at timestamptz,
    primary key (tenant, id),
    foreign key (tenant, unit) references directory.organisation
);
create index hook_unit on directory.hook (tenant, unit);
comment on table directory.hook is
    'Addresses outside that are told what a unit is told: robots in group chats, other programs. Whoever knows url and secret can speak there, so '
    'neither is ever shown again';

create table directory.letter (
    tenant integer not null references directory.tenant,
    id bigint not null,
    person bigint,
    hook bigint,
    written_at timestamptz not null,
    not_before timestamptz not null,
    attempts integer not null default 0,
    claimed_until timestamptz,
    sent_at timestamptz,
    given_up_at timestamptz,
    last_error text check (length(last_error) <= 500),
    primary key (tenant, id),
    foreign key (tenant, person) references directory.person,
    foreign key (tenant, hook) references directory.hook,
    check (num_nonnulls(person, hook) = 1)
);
create index letter_waiting on directory.letter (not_before) where sent_at is null and given_up_at is null;
create index letter_undelivered on directory.letter (tenant, id) where sent_at is null;
create index letter_person on directory.letter (tenant, person) where person is not null;
create index letter_hook on directory.letter (tenant, hook) where hook is not null;
comment on table directory.letter is
    'What goes out to one receiver at once, with its tries. What is in it never changes once it is written, so that a second sending is the same '
    'letter and can be known as such. A sender holds it until claimed_until; if the sender dies, another takes it then';

create table directory.telling (
    tenant integer not null references directory.tenant,
    id bigint not null,
    person bigint,
    hook bigint,
    cause text not null check (length(cause) <= 200),
    topic text not null check (length(topic) <= 200),
    words text not null,
    args text[] not null,
    href text not null,
    urgent boolean not null,
    told_at timestamptz not null,
    read_at timestamptz,
    not_before timestamptz,
    letter bigint,
    primary key (tenant, id),
    unique nulls not distinct (tenant, cause, person, hook),
    foreign key (tenant, person) references directory.person,
    foreign key (tenant, hook) references directory.hook,
    foreign key (tenant, letter) references directory.letter,
    check (num_nonnulls(person, hook) = 1)
);
create index telling_listed on directory.telling (tenant, person, id) where person is not null;
create index telling_hook on directory.telling (tenant, hook) where hook is not null;
create index telling_open on directory.telling (tenant, person) where read_at is null;
create index telling_topic on directory.telling (tenant, topic) where read_at is null;
create index telling_waiting on directory.telling (not_before) where letter is null and not_before is not null;
create index telling_letter on directory.telling (tenant, letter) where letter is not null;
comment on table directory.telling is
    'What somebody is told, written in the transaction of its cause: the same cause tells the same receiver once. Words and arguments, so that each '
    'reads it in their language. A person finds it in the pages; it waits for a letter from not_before on, until it is in one or has been read. '
    'read_at of a hook is when it went into its letter';
