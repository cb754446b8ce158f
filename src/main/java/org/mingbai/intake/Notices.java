package org.mingbai.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;

/// The notice of each body, version by version: the first is shipped, a further one counts from a day on, and none is ever changed.
@Component
public class Notices {

    public static final int PARTS_MAX = 20;
    static final int HEADING_MAX = 60;
    static final int TEXT_MAX = 3_000;
    private static final Notice SHIPPED = shipped();

    private final PublicNoticeTable table;
    private final AuditTrail audit;
    private final Whole whole;
    private final Clock clock;

    Notices(PublicNoticeTable table, AuditTrail audit, Whole whole, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.whole = whole;
        this.clock = clock;
    }

    /// A version as it is written; what is empty from end to end is left out.
    /// @param key a name the client gives to this form: sent again it writes nothing more
    public record Draft(List<Notice.Part> parts, @Nullable LocalDate from, UUID key) {

        public Draft {
            parts = parts.stream().filter(part -> !part.isEmpty()).toList();
        }
    }

    /// The newest first, the one that is shipped last; for those who write it also what has not begun.
    public List<Notice> of(TenantId tenant) {
        return Stream.concat(table.of(tenant).stream(), Stream.of(SHIPPED)).toList();
    }

    /// Those that were ever shown, the newest first.
    public List<Notice> begun(TenantId tenant) {
        var today = LocalDate.now(clock);
        return of(tenant).stream().filter(it -> it.version() == SHIPPED.version() || !it.from().isAfter(today)).toList();
    }

    public Notice inForce(TenantId tenant) {
        return begun(tenant).getFirst();
    }

    /// Whether it could be written as it stands.
    public VoiceAnswer<Notice> tried(SignedIn who, Draft draft) {
        return faultIn(who, draft).map(VoiceAnswer::<Notice>refused).orElseGet(() -> {
            var newest = of(who.tenant()).getFirst();
            return isTooEarly(draft, newest) ? VoiceAnswer.refused(new VoiceRefusal.BegunBefore("validFrom"))
                    : VoiceAnswer.done(new Notice(newest.version() + 1, draft.from(), draft.parts()));
        });
    }

    /// A further version, shown from that day on. Who was shown an earlier one finds that one again.
    public VoiceAnswer<Notice> write(SignedIn who, Draft draft) {
        return faultIn(who, draft).map(VoiceAnswer::<Notice>refused).orElseGet(() -> whole.done(() -> {
            table.alone(who.tenant());
            var before = table.under(who.tenant(), draft.key());
            if (before.isPresent()) {
                var it = before.get();
                return it.parts().equals(draft.parts()) && it.from().equals(draft.from()) ? VoiceAnswer.done(it)
                        : VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore());
            }
            var answer = tried(who, draft);
            if (answer instanceof VoiceAnswer.Done<Notice>(var made)) {
                table.insert(who.tenant(), made, draft.key(), who.person(), OffsetDateTime.now(clock));
                audit.dataRuleSet(Keeper.of(who), AuditAct.PUBLIC_NOTICE_WRITTEN, "", Map.of("version", Integer.toString(made.version() - 1)),
                        Map.of("version", Integer.toString(made.version()), "from", made.from().toString()));
            }
            return answer;
        }));
    }

    private boolean isTooEarly(Draft draft, Notice newest) {
        return draft.from().isBefore(LocalDate.now(clock)) || draft.from().isBefore(newest.from());
    }

    private static Optional<VoiceRefusal> faultIn(SignedIn who, Draft draft) {
        if (!Access.may(who, Right.KEEP_REQUESTS)) {
            return Optional.of(new VoiceRefusal.NotYours());
        }
        if (draft.parts().isEmpty()) {
            return Optional.of(new VoiceRefusal.Missing("zhHeading1"));
        }
        if (draft.parts().size() > PARTS_MAX) {
            return Optional.of(new VoiceRefusal.TooLong("zhHeading" + PARTS_MAX, PARTS_MAX));
        }
        for (int at = 0; at < draft.parts().size(); at++) {
            var part = draft.parts().get(at);
            int no = at + 1;
            var fault = Stream.of(text("zhHeading" + no, part.zhHeading(), HEADING_MAX), text("zhText" + no, part.zhText(), TEXT_MAX),
                    text("enHeading" + no, part.enHeading(), HEADING_MAX), text("enText" + no, part.enText(), TEXT_MAX)).flatMap(Optional::stream).findFirst();
            if (fault.isPresent()) {
                return fault;
            }
        }
        return draft.from() == null ? Optional.of(new VoiceRefusal.Missing("validFrom")) : Optional.empty();
    }

    private static Optional<VoiceRefusal> text(String field, String text, int most) {
        if (!Visible.says(text)) {
            return Optional.of(new VoiceRefusal.Missing(field));
        }
        return text.codePointCount(0, text.length()) > most ? Optional.of(new VoiceRefusal.TooLong(field, most))
                : Receiving.hidden(field, text.replace('\n', ' '));
    }

    private static Notice shipped() {
        var zh = lines("zh");
        var en = lines("en");
        var chinese = parts(zh);
        var english = parts(en);
        var parts = new ArrayList<Notice.Part>();
        for (int at = 0; at < chinese.size(); at++) {
            parts.add(new Notice.Part(chinese.get(at).getFirst(), below(chinese.get(at)), english.get(at).getFirst(), below(english.get(at))));
        }
        return new Notice(1, LocalDate.parse(zh.getFirst()), List.copyOf(parts));
    }

    private static String below(List<String> part) {
        return String.join("\n", part.subList(1, part.size()));
    }

    private static List<List<String>> parts(List<String> lines) {
        var parts = new ArrayList<List<String>>();
        lines.stream().skip(1).forEach(line -> {
            if (line.startsWith("# ")) {
                parts.add(new ArrayList<>(List.of(line.substring(2))));
            } else {
                parts.getLast().add(line);
            }
        });
        return parts;
    }

    private static List<String> lines(String language) {
        try (var in = Notices.class.getResourceAsStream("/site/notice-1." + language + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no notice in " + language);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
