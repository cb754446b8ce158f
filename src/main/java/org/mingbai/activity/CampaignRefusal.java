package org.mingbai.activity;

import java.time.LocalDate;

/// Why something cannot be done to a campaign. Each has words of its own; those about a field name it as the form does.
public sealed interface CampaignRefusal {

    /// Another office keeps it.
    record NotYours() implements CampaignRefusal {}

    record Missing(String field) implements CampaignRefusal {}

    record TooLong(String field, int max) implements CampaignRefusal {}

    /// Characters that cannot be seen or turn the text.
    record Hidden(String field) implements CampaignRefusal {}

    record TooMany(String field, int max) implements CampaignRefusal {}

    record Reversed() implements CampaignRefusal {}

    record TooLasting(int years) implements CampaignRefusal {}

    record NoSuchRegister(String code) implements CampaignRefusal {}

    record NoSuchUnit(String field) implements CampaignRefusal {}

    record NoSuchFigure() implements CampaignRefusal {}

    record MilestoneOutside(String field, LocalDate from, LocalDate to) implements CampaignRefusal {}

    record NoSuchMilestone() implements CampaignRefusal {}

    record AlreadyReached() implements CampaignRefusal {}

    /// Reached on a day that has not come, or before the campaign began.
    record NotThatDay(String field, LocalDate from, LocalDate to) implements CampaignRefusal {}

    record Ended() implements CampaignRefusal {}

    /// Somebody was quicker.
    record Overtaken() implements CampaignRefusal {}

    /// The same form was sent before with other content.
    record SentBefore() implements CampaignRefusal {}

    /// The field of the form it speaks of; empty where it speaks of the whole.
    default String at() {
        return switch (this) {
            case Missing(var field) -> field;
            case TooLong(var field, _) -> field;
            case Hidden(var field) -> field;
            case TooMany(var field, _) -> field;
            case Reversed _, TooLasting _ -> "to";
            case NoSuchRegister _ -> "registers";
            case NoSuchUnit(var field) -> field;
            case NoSuchFigure _ -> "figure";
            case MilestoneOutside(var field, _, _) -> field;
            case NotThatDay(var field, _, _) -> field;
            case NotYours _, NoSuchMilestone _, AlreadyReached _, Ended _, Overtaken _, SentBefore _ -> "";
        };
    }
}
