-- Days on which an official receives people, and who is booked for when.

create sequence intake.reception_no;

create table intake.reception_day (
    tenant         integer     not null references directory.tenant,
    no             bigint      not null,
    key            uuid        not null,
    unit           bigint      not null,
    day            date        not null,
    starts         time        not null,
    ends           time        not null,
    slot_minutes   integer     not null check (slot_minutes between 5 and 240),
    per_slot       integer     not null check (per_slot between 1 and 20),
    place          text        not null check (place <> ''),
    receiver       text        not null check (receiver <> ''),
    subject        text        not null,
    book_until     date        not null,
    called_off_at  timestamptz,
    called_off_by  bigint,
    called_off_why text,
    written_by     bigint      not null,
    written_at     timestamptz not null,
    primary key (tenant, no),
    unique (tenant, key),
    check (ends > starts and book_until <= day),
    check ((called_off_at is null) = (called_off_by is null) and (called_off_at is null) = (called_off_why is null))
);
create index reception_day_day on intake.reception_day (tenant, day, starts);
comment on table intake.reception_day is
    'An official receives people (领导接待日): where, from when to when, and how many at a time. receiver is the post and name as announced.';

create table intake.reception_booking (
    tenant       integer     not null,
    no           bigint      not null,
    day          bigint      not null,
    slot         time        not null,
    seat         integer     not null check (seat > 0),
    matter       bigint      not null,
    voice        integer     not null,
    booked_by    bigint      not null,
    booked_at    timestamptz not null,
    cancelled_at timestamptz,
    cancelled_by bigint,
    came         boolean,
    words        text,
    recorded_by  bigint,
    recorded_at  timestamptz,
    primary key (tenant, no),
    foreign key (tenant, day) references intake.reception_day,
    foreign key (tenant, matter, voice) references intake.voice,
    check ((cancelled_at is null) = (cancelled_by is null)),
    check ((recorded_at is null) = (recorded_by is null) and (recorded_at is null) = (came is null)),
    check (cancelled_at is null or recorded_at is null)
);
create unique index reception_booking_seat on intake.reception_booking (tenant, day, slot, seat) where cancelled_at is null;
create unique index reception_booking_open on intake.reception_booking (tenant, matter, voice) where cancelled_at is null and recorded_at is null;
create index reception_booking_voice on intake.reception_booking (tenant, matter, voice, no);
comment on table intake.reception_booking is
    'What somebody raised is to be talked over on a reception day; who they are stays in the vault. came says whether they appeared, words what was said.';
