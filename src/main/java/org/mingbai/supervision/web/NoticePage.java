package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.page.FieldErrors;

/// Bringing a notice, and what it would change.
///
/// @param preview empty while no file is brought
public record NoticePage(String action, String region, Optional<Preview> preview, FieldErrors errors) {

    /// @param title    which notice it is
    /// @param same     whether it is the one counted by already
    /// @param replaces whether there is another one for that year and region
    /// @param seen     what the reader was shown, so that nothing else is done
    public record Preview(String fileName, String title, String sum, boolean same, boolean replaces, List<CalendarPage.Paper> papers, List<Row> rows,
            int more, String seen) {}

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
