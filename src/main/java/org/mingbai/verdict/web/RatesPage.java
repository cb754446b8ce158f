package org.mingbai.verdict.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// The three rates of one assessment month, unit by unit, and the formula they are counted by.
/// @param span the days of the month in words
public record RatesPage(String month, List<Choice> months, String span, Optional<Row> total, List<Row> rows, List<After> after,
        List<Relapse> relapses, Formulated formula, Optional<Form> form) {

    /// @param claimed what the handlers had claimed beside it
    public record Row(String unit, Cell due, Cell notDrawn, Cell valid, Cell response, Cell solution, Cell satisfaction, Cell composite, Cell claimed,
            Cell notBorneOut, String gap) {}

    /// The same before and after what was agreed to be left out.
    /// @param excluded how many, and their share of the valid
    public record After(String unit, Cell excluded, String response, String solution, String satisfaction, String composite) {}

    /// What was looked at again in the month.
    public record Relapse(String unit, Cell looked, Cell relapsed, Cell rate) {}

    /// A number that opens its cases.
    /// @param value in words where there is none
    /// @param beside how sure it is, or its share; may be empty
    /// @param href empty where there are no cases
    public record Cell(String value, String beside, String href) {}

    /// @param holds since when and until when
    public record Formulated(String says, String month, String basis, String holds, List<String> coming) {}

    /// The next version, as typed.
    public record Form(String from, String response, String solution, String satisfaction, String fairly, String firstDay, String basis,
            FieldErrors errors) {}
}
