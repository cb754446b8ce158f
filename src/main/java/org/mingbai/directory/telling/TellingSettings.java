package org.mingbai.directory.telling;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the product tells people what concerns them.
///
/// @param address  where people reach its pages, for the links in letters
/// @param gather   how long a letter waits for what comes after, so that one act on forty matters is one letter
/// @param carry    whether this node carries letters out
/// @param loopback whether hooks may lead to this machine and go without encryption: for trying things out
@ConfigurationProperties("mingbai.telling")
public record TellingSettings(
        @DefaultValue("http://localhost:8080") URI address,
        @DefaultValue("2m") Duration gather,
        @DefaultValue("true") boolean carry,
        @DefaultValue("false") boolean loopback) {

    /// One of our pages, as somebody outside of them reaches it.
    public String linkTo(String href) {
        return address.toString().replaceAll("/+$", "") + href;
    }
}
