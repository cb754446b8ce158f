package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;

/// Those who raised it do not accept how a round ended and ask a higher body: first for a review (复查), then for a re-examination (复核).
/// 信访工作条例 Art. 35 and 36.
/// @param round the closed round it is about
/// @param opinion empty until it is answered
public record Appeal(int round, Level level, LocalDate askedOn, String reasons, @Nullable Opinion opinion) {

    public enum Level { REVIEW, REEXAMINATION }

    /// @param by who gave it
    /// @param body the body in whose name it is
    public record Opinion(PersonId by, String body, boolean upheld, LocalDate on) {}

    /// What may be asked for next about that round; nothing more after a re-examination (Art. 36(3)).
    static Optional<Level> next(List<Appeal> all, int round) {
        return switch (last(all, round).map(Appeal::level).orElse(null)) {
            case null -> Optional.of(Level.REVIEW);
            case REVIEW -> Optional.of(Level.REEXAMINATION);
            case REEXAMINATION -> Optional.empty();
        };
    }

    /// Whether the re-examination has left the ending of that round as it was.
    static boolean settled(List<Appeal> all, int round) {
        return last(all, round).filter(one -> one.level == Level.REEXAMINATION && one.opinion != null && !one.opinion.upheld()).isPresent();
    }

    private static Optional<Appeal> last(List<Appeal> all, int round) {
        return all.reversed().stream().filter(one -> one.round == round).findFirst();
    }

    static List<Appeal> asked(List<Appeal> all, Appeal more) {
        var now = new ArrayList<>(all);
        now.add(more);
        return List.copyOf(now);
    }

    static List<Appeal> answered(List<Appeal> all, Opinion opinion) {
        var now = new ArrayList<>(all);
        var open = now.removeLast();
        now.add(new Appeal(open.round, open.level, open.askedOn, open.reasons, opinion));
        return List.copyOf(now);
    }
}
