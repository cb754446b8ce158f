package org.mingbai.pattern.dispatch;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Subject;

/// One version of a rule of the dispatch catalogue (派单目录: 北京市接诉即办工作条例 Art. 11(2)): which unit leads such matters, and the paper it rests on.
/// @param number the same for all versions of a rule, which are for the same matters
/// @param from the first day it holds
/// @param to the last; nothing while no end is known
/// @param keptAt when it was put in force: what was dispatched before did not know it
public record DispatchRule(int number, Scope scope, OrganisationId lead, List<OrganisationId> coHandlers, Basis basis, LocalDate from,
        @Nullable LocalDate to, OffsetDateTime keptAt) {

    /// Where it is written that this unit does it.
    /// @param title of the document, or of the duties fixed for the unit (三定)
    public record Basis(String title, String article) {}

    /// For which matters; what is empty does not restrict.
    /// @param category the matter's, or one the matter's begins with
    /// @param place said as the matter's place, or in its title or text where it names none
    /// @param words any one of them is said in title or text
    public record Scope(String category, String place, String channel, List<String> words) {

        private static final String PARTS = "/／>＞-—·:：";

        public Scope {
            words = List.copyOf(words);
        }

        boolean isEmpty() {
            return category.isEmpty() && place.isEmpty() && words.isEmpty();
        }

        boolean covers(Subject said) {
            var text = plain(said.title() + " " + said.text());
            var where = said.place() == null || said.place().isBlank() ? text : plain(said.place() + " " + said.title());
            return isOf(plain(Objects.requireNonNullElse(said.category(), "")))
                    && (place.isEmpty() || where.contains(plain(place)))
                    && (channel.isEmpty() || plain(channel).equals(plain(Objects.requireNonNullElse(said.channel(), ""))))
                    && (words.isEmpty() || words.stream().anyMatch(word -> text.contains(plain(word))));
        }

        private boolean isOf(String said) {
            var own = plain(category);
            return own.isEmpty() || said.equals(own)
                    || said.startsWith(own) && PARTS.indexOf(said.substring(own.length()).strip().charAt(0)) >= 0;
        }

        /// How many conditions it makes: of two rules that cover a matter, the one that asks more knows better.
        int conditions() {
            return (int) (Stream.of(category, place, channel).filter(it -> !it.isEmpty()).count() + (words.isEmpty() ? 0 : 1));
        }

        /// Width and case do not matter.
        private static String plain(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
        }
    }

    public DispatchRule {
        coHandlers = List.copyOf(coHandlers);
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /// Whether whoever dispatched then could have known it.
    boolean heldAt(OffsetDateTime at, LocalDate day) {
        return inForceOn(day) && !keptAt.isAfter(at);
    }

    DispatchRule until(@Nullable LocalDate last) {
        return new DispatchRule(number, scope, lead, coHandlers, basis, from, last, keptAt);
    }
}
