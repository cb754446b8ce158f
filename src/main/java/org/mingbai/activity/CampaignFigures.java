package org.mingbai.activity;

import java.util.List;
import org.mingbai.directory.SignedIn;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;

/// What whoever keeps figures tells of campaigns. Activity knows no figure: it asks which there are, and shows what is said of its own.
public interface CampaignFigures {

    /// The figures a goal can be told by, by code, in the reader's language.
    List<Choice> offered();

    /// Whether a goal can be told by it so.
    boolean fits(Campaign.Target target);

    /// The goal as a number and how far it is, within what this person may open; empty where the goal is in words alone.
    List<String> standing(SignedIn who, Campaign campaign);

    /// Where its numbers and its picture are.
    List<Link> links(Campaign campaign);
}
