package org.mingbai.reporting.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// What is worth a look, sign by sign.
/// @param compared how often a unit was held against chance, in words
/// @param notes what is not looked at yet, or at all
public record SignsPage(String from, String to, List<Link> periods, FieldErrors errors, String compared, List<String> notes, List<Part> parts) {

    /// @param id for the address of the part within the page
    /// @param model how chance is reckoned
    /// @param looked how many cases were looked at
    /// @param none what is said where there is nothing to look at
    public record Part(String id, String name, String asks, String model, String looked, String none, List<Row> rows) {}

    /// @param said what was found, as a sentence
    /// @param beside the same of the other units
    public record Row(String unit, String said, String beside, String chance, Link cases) {}
}
