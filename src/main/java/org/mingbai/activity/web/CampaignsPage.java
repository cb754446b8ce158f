package org.mingbai.activity.web;

import java.util.List;
import org.mingbai.shell.Link;

/// The list of campaigns.
/// @param begins whether this person may begin one
public record CampaignsPage(List<Row> rows, boolean begins) {

    /// @param behind how many milestones are behind; empty where none is
    public record Row(Link name, String lead, String span, String state, String milestones, String behind) {}
}
