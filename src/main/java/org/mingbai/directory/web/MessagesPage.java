package org.mingbai.directory.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.directory.telling.Messages;

/// What somebody was told, the newest first.
///
/// @param last  up to which they are marked as read; empty when all are
/// @param older the next page
public record MessagesPage(List<Messages.Message> messages, Optional<Long> last, Optional<String> older) {}
