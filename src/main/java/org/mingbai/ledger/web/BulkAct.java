package org.mingbai.ledger.web;

import java.util.List;
import java.util.stream.Stream;
import org.mingbai.directory.Access;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.ActKind;

/// What can be done to several matters at once: the ordinary verb, one matter after the other.
public enum BulkAct {
    PUT_ON_LIST(ActKind.PUT_ON_LIST, Right.LIST_AND_ASSIGN),
    ASSIGN(ActKind.ASSIGN, Right.LIST_AND_ASSIGN),
    CALL_FOR_PROGRESS(ActKind.NOTE, Right.ACT_ON_MATTERS),
    END_NOTICE(ActKind.END_NOTICE, Right.LIST_AND_ASSIGN),
    SCHEDULE_LOOK_BACK(ActKind.SCHEDULE_LOOK_BACK, Right.LIST_AND_ASSIGN);

    private final ActKind kind;
    private final Right right;

    BulkAct(ActKind kind, Right right) {
        this.kind = kind;
        this.right = right;
    }

    ActKind kind() {
        return kind;
    }

    static List<BulkAct> of(SignedIn who) {
        return Stream.of(values()).filter(act -> Access.may(who, act.right)).toList();
    }
}
