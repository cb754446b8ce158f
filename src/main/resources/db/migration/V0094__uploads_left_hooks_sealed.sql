create index upload_at on library.upload (tenant, person, at);
create index voice_file_content on intake.voice_file (tenant, sha256);

alter table directory.hook
    add column cipher  text,
    add column key     text,
    add column wrapped bytea,
    add column sealed  bytea,
    add check ((sealed is null) = (cipher is null) and (sealed is null) = (key is null) and (sealed is null) = (wrapped is null)),
    add check (sealed is null or url = '' and secret = '');
comment on table directory.hook is
    'Addresses outside that are told what a unit is told: robots in group chats, other programs. Whoever knows url and secret can speak there, so '
    'both are sealed with a key that is not in the database, and neither is ever shown again. In clear they stand only until the first start after '
    'sealing came.';
