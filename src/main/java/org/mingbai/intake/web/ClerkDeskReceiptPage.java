package org.mingbai.intake.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;

/// What the clerk reads out.
/// @param answer what is read out where it ended with an answer; else empty
/// @param notThen why what was to follow was not done
public record ClerkDeskReceiptPage(String code, Link matter, String number, String channel, String register, OffsetDateTime at, boolean again,
        boolean confidential, String then, String answer, Optional<String> notThen, List<ClerkDeskPage.Call> calls, String nextHref) {}
