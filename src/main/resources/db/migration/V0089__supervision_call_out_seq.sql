alter table supervision.call_out add column called_seq integer check (called_seq > 0);
comment on column supervision.call_out.called_seq is
    'The entry of the matter''s journal that made the call, so that its arrivals and its end are told from those of another. Nothing where the call was '
    'made before calls were told apart.';
