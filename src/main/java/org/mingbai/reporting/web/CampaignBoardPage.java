package org.mingbai.reporting.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.LightSign;

/// The board of a campaign: its goal and its milestones beside what its matters came to.
/// @param saying why there are no numbers; empty where there are
public record CampaignBoardPage(String title, List<Link> way, String lead, List<Link> others, Optional<String> saying, boolean incomplete, String goal,
        Optional<Goal> number, String counted, List<Step> steps, String span, List<BoardPage.Tile> tiles, List<BoardPage.Chart> charts) {

    /// @param asked what is to be, @param told how far it is
    /// @param percent of the way, @param cases what it was counted from; empty where there is no number
    public record Goal(String asked, String told, int percent, String cases, boolean reached) {}

    public record Step(String words, String owner, String due, LightSign sign, String state, String told) {}
}
