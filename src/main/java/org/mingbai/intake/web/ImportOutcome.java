package org.mingbai.intake.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.page.Progress;

/// A ledger while it is taken over, and what came of it.
/// @param kept whether the file can still be read
/// @param failure why nothing was taken over; empty when it was, or still is
public record ImportOutcome(
        String href,
        String fileName,
        String register,
        String registerHref,
        Optional<Progress> progress,
        boolean kept,
        Optional<String> failure,
        int added,
        int changed,
        int same,
        int livesHere,
        List<String> refused) {}
