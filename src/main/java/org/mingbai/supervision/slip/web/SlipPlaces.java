package org.mingbai.supervision.slip.web;

import java.util.Optional;
import java.util.function.Function;
import org.mingbai.directory.Directory;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Place;
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
        return new SlipsPlace(directory, slips::toLead);
    }

    @Bean
    Place ourSlipsPlace(Slips slips, Directory directory) {
        return new OurSlipsPlace(directory, slips::toAnswer);
    }

    private static Optional<Place.Count> counted(Directory directory, Viewer viewer, Function<SignedIn, Slips.Waiting> asked, String href) {
        return directory.actingAs(new TenantId(viewer.tenant()), new PersonId(viewer.person())).map(asked)
                .map(waiting -> new Place.Count(waiting.waiting(), href, waiting.overdue()));
    }

    private record SlipsPlace(Directory directory, Function<SignedIn, Slips.Waiting> asked) implements Place {

        @Override
        public String key() {
            return "supervision.slip.title";
        }

        @Override
        public String href() {
            return "/slips";
        }

        @Override
        public int order() {
            return 32;
        }

        @Override
        public Sign sign() {
            return Sign.SLIP;
        }

        @Override
        public boolean seenBy(Viewer viewer) {
            return viewer.may(Right.DRAFT_SLIPS.name()) || viewer.may(Right.SIGN_SLIPS.name())
                    || viewer.may(Right.SEE_MATTERS.name()) && !viewer.may(Right.ANSWER_SLIPS.name());
        }

        @Override
        public Optional<Count> count(Viewer viewer) {
            boolean leads = viewer.may(Right.DRAFT_SLIPS.name()) || viewer.may(Right.SIGN_SLIPS.name());
            return leads ? counted(directory, viewer, asked, "/slips") : Optional.empty();
        }
    }

    private record OurSlipsPlace(Directory directory, Function<SignedIn, Slips.Waiting> asked) implements Place {

        @Override
        public String key() {
            return "supervision.slip.ours";
        }

        @Override
        public String href() {
            return "/slips/ours";
        }

        @Override
        public int order() {
            return 31;
        }

        @Override
        public Sign sign() {
            return Sign.SLIP;
        }

        @Override
        public boolean seenBy(Viewer viewer) {
            return viewer.may(Right.ANSWER_SLIPS.name());
        }

        @Override
        public Optional<Count> count(Viewer viewer) {
            return counted(directory, viewer, asked, "/slips/ours");
        }
    }
}
