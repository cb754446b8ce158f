package org.mingbai.directory.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingbai.directory.OrganisationKind;
import org.mingbai.shell.Link;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// A unit as somebody writes it. All as typed, so that nothing is lost when it has to be mended.
///
/// @param step which form it is: found, describe, move or close
/// @param key  of this form, so that sending it twice founds one unit
public record UnitForm(Step step, String action, String title, List<Link> way, String backHref, Typed typed, int version, String key,
        List<String> unitNames, Optional<Meanwhile> meanwhile, FieldErrors errors) {

    public enum Step { FOUND, DESCRIBE, MOVE, CLOSE }

    public record Typed(String name, String shortName, String kind, String creditCode, String parent, String first, String last, String predecessor) {

        Typed kept() {
            return new Typed(FormReader.kept(name), FormReader.kept(shortName), FormReader.kept(kind), FormReader.kept(creditCode),
                    FormReader.kept(parent), FormReader.kept(first), FormReader.kept(last), FormReader.kept(predecessor));
        }
    }

    public List<Choice> kinds() {
        return Stream.of(OrganisationKind.values()).map(kind -> new Choice(kind.name(), Words.t("directory.kind." + kind))).toList();
    }
}
