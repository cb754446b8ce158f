package org.mingbai.activity;

/// What a verb about campaigns answers.
public sealed interface CampaignAnswer {

    record Done(Campaign campaign) implements CampaignAnswer {}

    record Refused(CampaignRefusal why) implements CampaignAnswer {}
}
