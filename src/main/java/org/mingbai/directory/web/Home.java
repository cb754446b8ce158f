package org.mingbai.directory.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.View;
import org.mingbai.shell.Viewer;
import org.mingbai.shell.ViewerSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where somebody begins: an administrator at the desk of their kind, the others at the first of their places.
@Controller
class Home {

    private static final Map<Right, String> DESKS = Map.of(Right.KEEP_DIRECTORY, "/directory",
            Right.KEEP_ACCOUNTS, "/administration/accounts", Right.SEE_AUDIT, "/administration/audit");

    private final List<Place> places;
    private final ViewerSource viewers;

    Home(List<Place> places, ViewerSource viewers) {
        this.places = places.stream().sorted(Comparator.comparingInt(Place::order)).toList();
        this.viewers = viewers;
    }

    @Needs(Right.OWN_ACCOUNT)
    @GetMapping("/")
    ModelAndView home() {
        var viewer = viewers.viewer().orElseThrow();
        if (viewer.may(Right.ADMINISTER.name())) {
            return View.seeOther(desk(viewer));
        }
        return View.seeOther(places.stream().filter(place -> place.seenBy(viewer)).findFirst().map(Place::href).orElse("/me"));
    }

    /// One who holds several of the three finds all their desks together.
    private static String desk(Viewer viewer) {
        var desks = DESKS.entrySet().stream().filter(desk -> viewer.may(desk.getKey().name())).map(Map.Entry::getValue).toList();
        return desks.size() == 1 ? desks.getFirst() : "/administration";
    }
}
