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
/// @param keptDays how long messages and letters are kept after they were told
/// @param loopback whether hooks may lead to this machine and go without encryption: for trying things out
@ConfigurationProperties("mingbai.telling")
public record TellingSettings(
        @DefaultValue("http://localhost:8080") URI address,
        @DefaultValue("2m") Duration gather,
        @DefaultValue("true") boolean carry,
        @DefaultValue("400") int keptDays,
        @DefaultValue("false") boolean loopback) {

    private static final int KEPT_DAYS_MIN = 30;

    /// A slip of the pen must not empty everybody's messages.
    public TellingSettings {
        if (keptDays < KEPT_DAYS_MIN) {
            throw new IllegalArgumentException("mingbai.telling.kept-days is " + keptDays + ", the least is " + KEPT_DAYS_MIN);
        }
    }

    /// One of our pages, as somebody outside of them reaches it.
    public String linkTo(String href) {
        return address.toString().replaceAll("/+$", "") + href;
    }
}
