package org.mingbai.supervision.slip;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody asks to do to a slip.
public sealed interface SlipAct {

    /// As routes and words name it.
    enum Kind {
        CHANGE, SIGN, SEND, RECEIVE, ANSWER, ACCEPT, RETURN, UPGRADE, LET_LAPSE, WITHDRAW;

        /// The noun an address calls it by.
        public String noun() {
            return switch (this) {
                case CHANGE -> "wording";
                case SIGN -> "signature";
                case SEND -> "sending";
                case RECEIVE -> "receipt";
                case ANSWER -> "answer";
                case ACCEPT -> "acceptance";
                case RETURN -> "return";
                case UPGRADE -> "upgrade";
                case LET_LAPSE -> "lapse";
                case WITHDRAW -> "withdrawal";
            };
        }
    }

    /// @param keepsFiles whether what is enclosed stays as it is, whatever the content says of it
    record Change(SlipContent content, boolean keepsFiles) implements SlipAct {

        public Change(SlipContent content) {
            this(content, false);
        }

        private Change over(SlipContent before) {
            return keepsFiles ? new Change(content.with(before.files())) : this;
        }
    }

    /// @param send whether it goes out in the same step
    /// @param despite why it goes out although that is more than the unit's ceiling
    record Sign(boolean send, @Nullable String despite) implements SlipAct {

        public Sign(boolean send) {
            this(send, null);
        }
    }

    /// @param despite why it goes out although that is more than the unit's ceiling
    record Send(@Nullable String despite) implements SlipAct {

        public Send() {
            this(null);
        }
    }

    record Receive() implements SlipAct {}

    record Answer(Feedback.Report report) implements SlipAct {}

    /// @param next by when the next feedback is expected, where the unit reports more than once
    record Accept(@Nullable String words, @Nullable LocalDate next) implements SlipAct {}

    record Return(String reasons, LocalDate answerBy) implements SlipAct {}

    record LetLapse(String reason) implements SlipAct {}

    record Withdraw(String reason) implements SlipAct {}

    /// The same act with what it leaves to the slip taken from there.
    default SlipAct over(Slip slip) {
        return this instanceof Change change ? change.over(slip.content()) : this;
    }

    default Kind kind() {
        return switch (this) {
            case Change _ -> Kind.CHANGE;
            case Sign _ -> Kind.SIGN;
            case Send _ -> Kind.SEND;
            case Receive _ -> Kind.RECEIVE;
            case Answer _ -> Kind.ANSWER;
            case Accept _ -> Kind.ACCEPT;
            case Return _ -> Kind.RETURN;
            case LetLapse _ -> Kind.LET_LAPSE;
            case Withdraw _ -> Kind.WITHDRAW;
        };
    }
}
