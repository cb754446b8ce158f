package org.mingbai.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// One act for several matters: first what is asked and who it concerns, then what came of each.
/// @param key names the request, so that sending it twice does it once
/// @param todo those it can be done to now
/// @param cannot the others, each with the reason
public record BulkPage(String code, String register, BulkAct act, String title, UUID key, String back, List<Todo> todo, List<Cannot> cannot,
                       List<Choice> units, LocalDate today, LocalDate due, Form form, FieldErrors errors) {

    public record Todo(long id, String href, String number, String title) {}

    public record Cannot(String href, String number, String title, String why) {}

    /// As it was typed.
    public record Form(String lead, String leader, String due, String text, String on) {
        static Form empty() {
            return new Form("", "", "", "", "");
        }
    }

    /// The usual deadline of the register until another is typed.
    public String dueTyped() {
        return form.due().isEmpty() ? due.toString() : form.due();
    }

    public List<Link> way() {
        return List.of(new Link(org.mingbai.shell.Words.t("ledger.register.title"), "/registers"), new Link(register, "/registers/" + code + back));
    }

    /// @param done what was done, or had been done by the same request before
    public record Result(String code, String register, String title, String back, List<Todo> done, List<Cannot> refused) {

        public List<Link> way() {
            return List.of(new Link(org.mingbai.shell.Words.t("ledger.register.title"), "/registers"),
                    new Link(register, "/registers/" + code + back));
        }
    }
}
