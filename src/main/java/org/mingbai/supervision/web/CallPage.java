package org.mingbai.supervision.web;

import java.util.List;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// One call-out, with what the reader may do about it.
/// @param key under which the next form is sent
/// @param typed what was written into a form that was refused
public record CallPage(CallView call, boolean mayEnd, List<Choice> grades, String key, Typed typed, FieldErrors errors) {

    /// @param unit the called unit whose form it was
    /// @param words of an arrival
    /// @param said beside a grade
    public record Typed(long unit, String words, String grade, String said, String result) {

        static final Typed NOTHING = new Typed(0, "", "", "", "");

        public String words(long of) {
            return of == unit ? words : "";
        }

        public String grade(long of) {
            return of == unit ? grade : "";
        }

        public String said(long of) {
            return of == unit ? said : "";
        }
    }
}
