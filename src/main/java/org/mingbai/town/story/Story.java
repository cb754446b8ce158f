package org.mingbai.town.story;

import java.time.LocalDateTime;
import java.util.List;
import org.mingbai.ledger.Subject;

/// The life of one matter up to today, to be acted out.
public record Story(int number, String register, LocalDateTime raisedAt, String raisedBy, Subject subject, List<Step> steps) {}
