create index upload_at on library.upload (tenant, person, at);
create index voice_file_content on intake.voice_file (tenant, sha256);
