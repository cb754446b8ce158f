-- A journal that cannot be read keeps no other from being read.

alter table reporting.pending add failed boolean not null default false;
