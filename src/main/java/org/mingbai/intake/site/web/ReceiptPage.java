package org.mingbai.intake.site.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.site.Site;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Square;

/// What is taken home.
/// @param number under which the office knows it
/// @param notice which version of the notice held for it
/// @param square leads a phone to the page that asks for the code, with the code behind the `#`, which no server is told
/// @param calls whom to call at once, where it speaks of an emergency
/// @param apart names of the files that could not be read here
public record ReceiptPage(Site site, String code, String number, LocalDate on, Square square, String address, @Nullable Integer notice,
        List<String> apart, List<Link> calls) {}
