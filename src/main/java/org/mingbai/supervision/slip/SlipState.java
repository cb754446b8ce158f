package org.mingbai.supervision.slip;

/// How a slip stands. That it has lapsed is not a state: it is waited for in vain since its day passed.
public enum SlipState {
    DRAFTED, SIGNED, SENT, RECEIVED, ANSWERED, RETURNED, ACCEPTED, UPGRADED, LAPSED, WITHDRAWN;

    /// Whether its unit owes an answer.
    public boolean waits() {
        return this == SENT || this == RECEIVED || this == RETURNED;
    }

    public boolean open() {
        return switch (this) {
            case DRAFTED, SIGNED, SENT, RECEIVED, ANSWERED, RETURNED -> true;
            case ACCEPTED, UPGRADED, LAPSED, WITHDRAWN -> false;
        };
    }

    /// Whether its unit knows of it.
    public boolean out() {
        return this != DRAFTED && this != SIGNED;
    }
}
