create schema pattern;
comment on schema pattern is 'What matters have in common: likenesses, classes of problem';

create table pattern.waiting (
    tenant integer not null,
    matter bigint  not null,
    title  text    not null,
    body   text    not null,
    place  text    not null
);
comment on table pattern.waiting is
    'What matters say, until the index of likenesses has taken it in: the index stays off the path of those who write.';

create table pattern.sketch (
    tenant integer  not null references directory.tenant,
    matter bigint   not null,
    runs   bigint[] not null,
    primary key (tenant, matter)
);
comment on table pattern.sketch is
    'The smallest numbers of a matter''s runs of five letters: enough to tell how much of two texts is the same; hashes '
    'without a key, so guessable from a list of words and no secret.';

create table pattern.posting (
    tenant integer  not null references directory.tenant,
    mark   bigint   not null,
    seen   bigint   not null,
    newest bigint[] not null,
    primary key (tenant, mark)
) with (fillfactor = 80);
comment on table pattern.posting is
    'Who bears a mark: how many in all, and the newest of them. Old bearers of a common mark are let go, so that looking one up costs the same '
    'however long the account is. Mark 0 is borne by every matter.';
