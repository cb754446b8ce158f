package org.mingbai.directory.web;

import java.util.List;
import java.util.stream.Stream;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditLine;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FilterPart;
import org.mingbai.shell.page.Pager;

/// The audit trail, newest first, with the question as it was typed.
public record AuditPage(String act, String words, String first, String last, List<FilterPart> parts, List<AuditLine> lines, Pager pager,
        FieldErrors errors) {

    public List<Choice> acts() {
        return Stream.of(AuditAct.values()).map(act -> new Choice(act.name(), Words.t("directory.act." + act))).toList();
    }
}
