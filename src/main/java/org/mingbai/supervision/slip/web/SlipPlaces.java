package org.mingbai.supervision.slip.web;

import java.util.Optional;
import java.util.function.Function;
import org.mingbai.directory.Directory;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Place;
import org.mingbai.shell.PlainPlace;
import org.mingbai.shell.Sign;
import org.mingbai.shell.Viewer;
import org.mingbai.supervision.slip.Slips;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where slips stand in the navigation: for the office that issues them, and for the units they come to.
@Configuration(proxyBeanMethods = false)
class SlipPlaces {

    @Bean
    Place slipsPlace(Slips slips, Directory directory) {
        return new PlainPlace("supervision.slip.title", "/slips", 32, Sign.SLIP,
                viewer -> leads(viewer) || viewer.may(Right.SEE_MATTERS.name()) && !viewer.may(Right.ANSWER_SLIPS.name()),
                viewer -> leads(viewer) ? counted(directory, viewer, slips::toLead, "/slips") : Optional.empty());
    }

    @Bean
    Place ourSlipsPlace(Slips slips, Directory directory) {
        return new PlainPlace("supervision.slip.ours.place", "/slips/ours", 31, Sign.SLIP, viewer -> viewer.may(Right.ANSWER_SLIPS.name()),
                viewer -> counted(directory, viewer, slips::toAnswer, "/slips/ours"));
    }

    private static boolean leads(Viewer viewer) {
        return viewer.may(Right.DRAFT_SLIPS.name()) || viewer.may(Right.SIGN_SLIPS.name());
    }

    private static Optional<Place.Count> counted(Directory directory, Viewer viewer, Function<SignedIn, Slips.Waiting> asked, String href) {
        return directory.actingAs(new TenantId(viewer.tenant()), new PersonId(viewer.person())).map(asked)
                .map(waiting -> new Place.Count(waiting.waiting(), href, waiting.overdue()));
    }
}
