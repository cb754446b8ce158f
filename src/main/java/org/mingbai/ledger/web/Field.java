package org.mingbai.ledger.web;

import java.util.List;
import org.mingbai.ledger.Measure;
import org.mingbai.shell.page.Choice;

/// One thing the form of an act asks. Its name is the act's own component, so that a refusal finds its way back to it.
public sealed interface Field {

    String name();

    record Line(String name, String value, boolean optional) implements Field {}

    record Area(String name, String value, boolean optional, int rows) implements Field {}

    record Day(String name, String value, String earliest, boolean optional) implements Field {}

    record Choose(String name, List<Choice> choices, String value, boolean optional) implements Field {}

    record Tick(String name, List<Choice> choices, List<String> ticked) implements Field {}

    /// @param values the units there are already, then empty lines for more
    record Units(String name, List<String> values, boolean optional) implements Field {}

    record Bring(String name) implements Field {}

    record Percents(String name, List<Measure> measures) implements Field {}

    record Measures(String name, int rows) implements Field {}

    record Other(String name) implements Field {}
}
