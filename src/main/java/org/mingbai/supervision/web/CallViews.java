package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.shell.Link;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.LightSign;
import org.mingbai.supervision.callout.CallOut;
import org.mingbai.supervision.callout.CallOuts;
import org.springframework.stereotype.Component;

/// Tells call-outs to one reader.
@Component
class CallViews {

    private final CallOuts callOuts;
    private final Directory directory;
    private final Matters matters;
    private final Clock clock;

    CallViews(CallOuts callOuts, Directory directory, Matters matters, Clock clock) {
        this.callOuts = callOuts;
        this.directory = directory;
        this.matters = matters;
        this.clock = clock;
    }

    List<CallView> of(SignedIn who, List<CallOut> calls) {
        var titles = matters.these(who, calls.stream().map(CallOut::matter).distinct().toList()).stream()
                .collect(Collectors.toMap(Matter::id, matter -> matter.subject().title()));
        var tree = directory.treeOf(who.tenant());
        var now = OffsetDateTime.now(clock);
        return calls.stream().map(call -> view(who, call, titles, tree, now)).toList();
    }

    private CallView view(SignedIn who, CallOut call, Map<MatterId, String> titles, OrganisationTree tree, OffsetDateTime now) {
        var units = call.called().stream().map(one -> unit(who, call, one, tree, now)).toList();
        var title = titles.getOrDefault(call.matter(), t("ledger.matter.numbered", call.matter().value()));
        return new CallView("/callouts/" + call.id(), new Link(title, "/matters/" + call.matter().value()), name(tree, call.caller()), kind(call.kind()),
                call.reason(), call.calledAt(), call.arriveBy(), Optional.ofNullable(call.endedAt()), call.result() == null ? "" : call.result(), units,
                call.called().stream().anyMatch(one -> callOuts.handlerAt(who, one.unit()).isPresent()));
    }

    private CallView.Unit unit(SignedIn who, CallOut call, CallOut.Called one, OrganisationTree tree, OffsetDateTime now) {
        var standing = call.standing(one, now);
        boolean own = callOuts.handlerAt(who, one.unit()).isPresent();
        boolean caller = callOuts.handlerAt(who, call.caller()).isPresent();
        return new CallView.Unit(one.unit().value(), name(tree, one.unit()), sign(standing), t("supervision.callout.standing." + standing),
                Optional.ofNullable(one.arrivedAt()), one.words() == null ? "" : one.words(), one.byCaller(), told(one.ofCalled()), told(one.ofCaller()),
                one.arrivedAt() == null && !call.ended() && (own || caller), call.ended() && one.ofCalled() == null && caller && !own,
                call.ended() && one.ofCaller() == null && own);
    }

    private static String told(CallOut.@Nullable Rating rating) {
        if (rating == null) {
            return "";
        }
        var grade = t("supervision.callout.grade." + rating.grade());
        return rating.words() == null ? grade : t("supervision.callout.rated", grade, rating.words());
    }

    private static LightSign sign(CallOut.Standing standing) {
        return switch (standing) {
            case CALLED -> LightSign.AT_RISK;
            case RELEASED -> LightSign.CLOSED;
            case IN_TIME -> LightSign.ON_TRACK;
            case LATE, NOT -> LightSign.LATE;
        };
    }

    static String kind(String kind) {
        var key = "supervision.callout.kind." + kind;
        return Words.has(key) ? t(key) : kind;
    }

    private static String name(OrganisationTree tree, OrganisationId unit) {
        return tree.unit(unit).map(OrganisationTree.Unit::name).orElse("");
    }
}
