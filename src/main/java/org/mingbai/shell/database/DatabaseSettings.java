package org.mingbai.shell.database;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which database, and how many hands reach into it.
///
/// @param url         somebody else's PostgreSQL; when absent, one is started here
/// @param port        of the one started here, on 127.0.0.1; 0 takes any free one
/// @param programs    where the one started here is unpacked to; in the data directory when absent
/// @param passing     whether this process does one thing and ends; `Passing` says so
/// @param poolSize    connections kept
/// @param sessionZone the zone of a session, set so that no statement depends on the zone of a server or a computer
@ConfigurationProperties("mingbai.database")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("mingbai") String user,
        @DefaultValue("") String password,
        @DefaultValue("0") int port,
        @Nullable Path programs,
        @DefaultValue("false") boolean passing,
        @DefaultValue("16") int poolSize,
        @DefaultValue("UTC") ZoneId sessionZone) {}
