package org.mingbai.directory.telling;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The server letters are handed to. Without a host there are none.
///
/// @param from whom letters are from, such as `明白账 <mingbai@example.gov.cn>`
@ConfigurationProperties("mingbai.mail")
public record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("25") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("mingbai@localhost") String from,
        @DefaultValue("NONE") Encryption encryption) {

    /// NONE for a server on the same machine or an inner net; STARTTLS usually on 587; TLS usually on 465.
    public enum Encryption {
        NONE,
        STARTTLS,
        TLS
    }

    boolean sends() {
        return !host.isEmpty();
    }
}
