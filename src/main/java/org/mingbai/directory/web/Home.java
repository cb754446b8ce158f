package org.mingbai.directory.web;

import java.util.Comparator;
import java.util.List;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.shell.Place;
import org.mingbai.shell.View;
import org.mingbai.shell.ViewerSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where somebody begins: administrators at their desk, the others at the first of their places.
@Controller
class Home {

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
            return View.seeOther("/administration");
        }
        return View.seeOther(places.stream().filter(place -> place.seenBy(viewer)).findFirst().map(Place::href).orElse("/me"));
    }
}
