package org.mingbai.directory.telling;

import java.time.Clock;

/// Letters to people outside, by a mail server on this machine.
public final class PostOffices {

    private PostOffices() {}

    public static OutsideMail at(int port, Clock clock) {
        return new OutsideMail(new MailSettings("localhost", port, "", "", "明白账 <mingbai@example.gov.cn>", MailSettings.Encryption.NONE), clock);
    }
}
