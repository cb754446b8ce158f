package org.mingbai.reporting.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.intake.site.Site;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// What a body lays before everybody of its own figures.
public final class PublicFigurePage {

    private PublicFigurePage() {}

    /// All of them, of one month.
    /// @param month as it is said; empty where there is none yet
    public record All(Site site, String month, Asked asked, Beside beside, List<One> figures) {}

    /// What has to be known beside the numbers.
    /// @param incomplete whether not all that was written had been read
    /// @param began with which day the first month begins; empty where that is its first
    public record Beside(boolean incomplete, String began) {}

    /// @param action where the form that asks for another month goes
    /// @param month chosen
    public record Asked(String action, List<Choice> months, String month, FieldErrors errors) {}

    /// @param href of the page of its own
    /// @param beside of how many; empty where that says nothing more
    public record One(String name, String href, String means, String value, String beside, List<Bar> bars) {

        /// Whether there is anything to draw.
        public boolean drawn() {
            return bars.size() > 1 && bars.stream().anyMatch(bar -> bar.height() >= 0);
        }
    }

    /// @param month as it is said
    /// @param height of its bar, of a hundred; nothing is told of it where that is below 0
    /// @param width how long it is lying, of a thousand
    public record Bar(String month, String value, String beside, int height, int width) {}

    /// One of them.
    /// @param cutOff what was written until then counts; nothing where there is no month yet
    /// @param cases outcomes everybody may read that are among those counted
    /// @param counted in words, how many of how many these are; empty where it counts nothing that could be read
    public record Single(Site site, One figure, String month, Asked asked, Beside beside, List<FigurePage.Said> definition, Optional<OffsetDateTime> cutOff,
            String counted, List<Link> cases) {}
}
