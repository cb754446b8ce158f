package org.mingbai.activity.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.activity.Milestone;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.LightSign;

/// One campaign.
/// @param standing its goal as a number, and how far it is
/// @param figures where its numbers and its picture are
/// @param keeps whether this person may change it now
/// @param typed what was typed into the form that was refused
public record CampaignPage(long id, int version, String name, List<Link> way, String state, String lead, String office, String span, String basis, String goal,
        List<String> standing, List<Link> registers, List<String> kinds, List<Link> figures, String counted, List<Step> milestones, List<Done> story,
        Optional<String> ended, boolean keeps, String today, String key, Typed typed, FieldErrors errors) {

    /// @param first the day it was first to be reached by, where that was moved
    /// @param told how it stands, with the day it was reached or how far off it is
    public record Step(int no, String words, String owner, String due, String first, Milestone.State state, LightSign sign, String told, String note,
            boolean open) {}

    public record Done(String day, String who, String what, String remark) {}

    /// @param no the milestone whose form was sent; 0 for the one that ends the campaign
    public record Typed(int no, String on, String text) {}
}
