package org.mingbai.ledger.web;

import java.util.List;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// The form of one act.
/// @param noun its address below the matter, and half of its draft's name
/// @param key the name the entry will have
/// @param seen the number of the last entry the reader has seen
/// @param effect what will come of it, in a sentence
/// @param since what others did meanwhile, when the form comes back for that
/// @param kept files that came with an earlier try
/// @param units the names that can be written where a unit is asked
/// @param candidates matters that can be chosen where another one is asked
public record ActPage(long matter, String matterTitle, String title, List<Link> way, String noun, String key, int seen, String effect, String context,
        List<Asked> fields, Typed typed, FieldErrors errors, List<Told> since, List<Choice> kept, List<String> units, List<Candidate> candidates) {

    /// @param help empty when the label says enough
    public record Asked(Field field, String label, String help) {}

    public record Candidate(String value, String label) {}

    public boolean brings() {
        return fields.stream().anyMatch(asked -> asked.field() instanceof Field.Bring);
    }

    public boolean plans() {
        return fields.stream().anyMatch(asked -> asked.field() instanceof Field.Measures);
    }
}
