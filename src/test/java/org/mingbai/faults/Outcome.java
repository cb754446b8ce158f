package org.mingbai.faults;

import java.util.List;

/// What one fault left.
///
/// @param acknowledged acts somebody was told are done
/// @param found        of them, those that are in their journal once
/// @param unanswered   sent, and nobody said what became of them
/// @param written      of those, the ones that were done whole; of the others nothing is there
/// @param again        acts sent once more under their key; each of them was the same act
/// @param backSeconds  from the end of the fault until acts were acknowledged again
/// @param wrong        whatever is not as it has to be
record Outcome(Kind kind, Fault.Back back, int acknowledged, int found, int unanswered, int written, int again, double backSeconds, int signIns, Seen seen,
        List<String> wrong) {

    int lost() {
        return acknowledged - found;
    }
}
