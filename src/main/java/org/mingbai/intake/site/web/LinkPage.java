package org.mingbai.intake.site.web;

import org.jspecify.annotations.Nullable;
import org.mingbai.intake.site.Site;

/// What a link opens: the questions, a word of thanks once they are answered, or that it has ended. Tells less than the receipt does.
/// @param asked nothing where the link opens nothing
/// @param action where the answers go
public record LinkPage(Site site, @Nullable FollowPage asked, String action) {}
