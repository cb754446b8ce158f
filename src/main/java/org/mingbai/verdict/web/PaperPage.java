package org.mingbai.verdict.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Tab;

/// The questionnaire for somebody who answers with a pen, in their language.
/// @param way back to the desk
/// @param about what it is about, line by line
/// @param words asks for their own
/// @param back where it is handed in, and who gets to read it
public record PaperPage(Link way, List<Tab> languages, String language, String heading, List<String> about, List<Question> questions, String words,
        String back, String signed) {

    /// One question with what can be ticked.
    public record Question(String asked, List<String> answers) {}
}
