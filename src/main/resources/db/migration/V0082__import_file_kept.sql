alter table intake.import add column file_kept boolean not null default true;
create index import_file_kept on intake.import (stage, started_at) where file_kept;
comment on column intake.import.file_kept is
    'Whether the file it was brought in may still lie in the data directory. It says in clear who raised what, and goes once nobody needs it.';
