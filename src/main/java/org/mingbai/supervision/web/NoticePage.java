package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// Bringing a notice, and what it would change.
///
/// @param day     a single day of a region, as typed
/// @param preview empty while no file is brought
public record NoticePage(String action, String region, Day day, Optional<Preview> preview, FieldErrors errors) {

    /// @param kind `free` or `worked`
    public record Day(String date, String name, String kind, String region, String paper) {

        static final Day NONE = new Day("", "", "free", "", "");
    }

    /// @param title    which notice it is
    /// @param same     whether it is the one counted by already
    /// @param replaces whether there is another one for that year and region
    /// @param seen     what the reader was shown, so that nothing else is done
    public record Preview(String fileName, String title, String sum, boolean same, boolean replaces, List<CalendarPage.Paper> papers, List<Row> rows,
            int more, String seen) {}

    /// Free, or worked in exchange.
    public List<Choice> dayKinds() {
        return List.of(new Choice("free", t("supervision.notice.day.free")), new Choice("worked", t("supervision.notice.day.worked")));
    }

    /// How such a file is written.
    public String example() {
        var name = t("supervision.notice.form.name");
        return """
                {"year": 2027,
                 "papers": ["https://www.gov.cn/"],
                 "days": [
                  {"date": "2027-01-01", "name": "%s", "isOffDay": true},
                  {"date": "2027-01-02", "name": "%s", "isOffDay": false}
                 ]}""".formatted(name, name);
    }

    /// One day that would become another.
    public record Row(String day, String before, String after) {}
}
