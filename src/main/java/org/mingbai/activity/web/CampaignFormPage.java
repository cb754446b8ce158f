package org.mingbai.activity.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;

/// The form with what can be chosen in it.
/// @param offices only where there are several
/// @param units names to be offered while typing
/// @param reached milestones that stay as they are
public record CampaignFormPage(String title, List<Link> way, CampaignForm form, List<Choice> offices, List<Choice> registers, List<Choice> figures,
        List<Choice> bounds, List<String> units, List<String> reached) {}
