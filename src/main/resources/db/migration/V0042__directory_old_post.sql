-- What was told long ago is deleted in small batches, the oldest first.

create index telling_old on directory.telling (told_at);
create index letter_old on directory.letter (written_at);
