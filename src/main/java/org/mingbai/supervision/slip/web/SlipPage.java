package org.mingbai.supervision.slip.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Act;
import org.mingbai.shell.page.FileChip;
import org.mingbai.shell.page.LightSign;
import org.mingbai.shell.page.StoryLine;

/// One slip, as its paper says it and as its events tell it.
/// @param nobody why it waits for nobody and what to do; empty where it does wait
/// @param colour what a house with three colours calls its kind; empty elsewhere
public record SlipPage(long id, String kind, String colour, String issuer, String number, String title, String to, String state, Optional<LightSign> sign,
        Optional<LocalDate> answerBy, List<Part> parts, List<FileChip> files, List<Fact> facts, String signer, Optional<OffsetDateTime> dated,
        List<FeedbackTold> feedbacks, List<Link> related, List<StoryLine> story, List<Act> acts, List<Act.WhyNot> whyNot, boolean out,
        Optional<String> nobody) {

    /// A paragraph under its heading.
    public record Part(String heading, String text) {}

    public record Fact(String label, String text) {}

    /// @param href where it is to be had as a document
    public record FeedbackTold(String title, String judgement, List<Part> parts, String signer, OffsetDateTime at, String href) {}
}
