package org.mingbai.intake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.library.Library;
import org.mingbai.library.Pictures;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;

/// Keeps apart what reporters hand in and nobody here can read: it is taken, as a photograph in a form browsers do not know is still evidence, but
/// handed to nobody until somebody who coordinates the matter has looked at it elsewhere and let it out.
@Component
public class Quarantine {

    private static final int REASON_MAX = 200;
    private static final int END = 2048;
    private static final Set<String> READ_HERE = Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "application/pdf");

    private final HeldFileTable table;
    private final Voices voices;
    private final Library library;
    private final Whole whole;
    private final Clock clock;

    Quarantine(HeldFileTable table, Voices voices, Library library, Whole whole, Clock clock) {
        this.table = table;
        this.voices = voices;
        this.library = library;
        this.whole = whole;
        this.clock = clock;
    }

    /// Looks at what has come with a voice, in the transaction that keeps it.
    void look(TenantId tenant, Voice voice, List<StoredFile> files) {
        for (var file : files) {
            wrongWith(library.contentOf(tenant, file.sha256()), file.mediaType())
                    .ifPresent(why -> table.hold(tenant, voice, file.sha256(), why, OffsetDateTime.now(clock)));
        }
    }

    private static Optional<HeldFile.Why> wrongWith(Path content, String mediaType) {
        if (!READ_HERE.contains(mediaType)) {
            return Optional.of(HeldFile.Why.UNKNOWN_KIND);
        }
        boolean readable = mediaType.equals("application/pdf") ? isWhole(content) : Pictures.isReadable(content);
        return readable ? Optional.empty() : Optional.of(HeldFile.Why.UNREADABLE);
    }

    /// A PDF says near its end where its own table of contents lies; one cut off on the way does not.
    private static boolean isWhole(Path pdf) {
        try (var file = new RandomAccessFile(pdf.toFile(), "r")) {
            var end = new byte[(int) Math.min(END, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            return new String(end, StandardCharsets.ISO_8859_1).contains("startxref");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What of a voice is kept apart, decided on or not.
    List<HeldFile> of(TenantId tenant, Voice voice) {
        return table.of(tenant, voice.matter(), voice.no());
    }

    /// One held file, for whoever may see the matter, under the name by which they know it.
    public Optional<HeldFile> file(SignedIn who, MatterId matter, int no, String sha256) {
        return voices.voice(who, matter, no).stream().flatMap(voice -> voices.apart(who, voice).stream())
                .filter(held -> held.file().sha256().equals(sha256)).findFirst();
    }

    /// Where its bytes lie, for one who decides on it and looks at them with other means than ours.
    public Optional<Path> toLookAt(SignedIn who, MatterId matter, int no, String sha256) {
        return mayDecide(who) ? file(who, matter, no, sha256).map(held -> library.contentOf(who.tenant(), sha256)) : Optional.empty();
    }

    public boolean mayDecide(SignedIn who) {
        return Access.may(who, Right.LIST_AND_ASSIGN);
    }

    /// @param decision null where none was chosen
    public VoiceAnswer<HeldFile> decide(SignedIn who, MatterId matter, int no, String sha256, HeldFile.@Nullable Decision decision, String reason) {
        return whole.done(() -> {
            var held = file(who, matter, no, sha256);
            if (held.isEmpty() || !mayDecide(who)) {
                return VoiceAnswer.refused(new VoiceRefusal.NotYours());
            }
            return faultIn(decision, reason).<VoiceAnswer<HeldFile>>map(VoiceAnswer::refused).orElseGet(() -> {
                var was = held.get();
                var now = new HeldFile(was.file(), was.why(), was.since(), decision, who.person(), OffsetDateTime.now(clock), reason);
                return table.decide(who.tenant(), voices.voice(who, matter, no).orElseThrow(), sha256, now)
                        ? VoiceAnswer.done(now) : VoiceAnswer.refused(new VoiceRefusal.DecidedAlready());
            });
        });
    }

    private static Optional<VoiceRefusal> faultIn(HeldFile.@Nullable Decision decision, String reason) {
        if (decision == null) {
            return Optional.of(new VoiceRefusal.Missing("decision"));
        }
        if (!Visible.says(reason)) {
            return Optional.of(new VoiceRefusal.Missing("reason"));
        }
        if (reason.codePointCount(0, reason.length()) > REASON_MAX) {
            return Optional.of(new VoiceRefusal.TooLong("reason", REASON_MAX));
        }
        return Receiving.hidden("reason", reason);
    }
}
