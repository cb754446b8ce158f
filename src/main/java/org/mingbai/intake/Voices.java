package org.mingbai.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingbai.directory.Access;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.vault.VaultLogTable;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.library.Library;
import org.mingbai.library.StoredFile;
import org.springframework.stereotype.Component;

/// Those who raised a matter, and those who raised the same and were joined to it: whoever tells or asks one tells and asks them all.
@Component
public class Voices {

    /// So much of its hash says which file it was. Its name may be a person's.
    private static final int MARK = 12;

    private final VoiceTable table;
    private final HeldFileTable held;
    private final Vault vault;
    private final Ledger ledger;
    private final Standing standing;
    private final Library library;
    private final VaultLogTable log;
    private final Clock clock;

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    Voices(VoiceTable table, HeldFileTable held, Vault vault, Ledger ledger, Standing standing, Library library, VaultLogTable log,
            Clock clock) {
        this.table = table;
        this.held = held;
        this.vault = vault;
        this.ledger = ledger;
        this.standing = standing;
        this.library = library;
        this.log = log;
        this.clock = clock;
    }

    /// A voice as somebody who works on the matter sees it.
    /// @param files that can be shown or saved
    /// @param apart that cannot, or could not when they came
    public record Seen(Voice voice, MaskedIdentity masked, List<StoredFile> files, List<HeldFile> apart) {}

    /// Nobody's where the reader may not know of the matter.
    public List<Seen> of(SignedIn who, MatterId matter) {
        return ledger.matter(who, matter).map(seen -> all(who.tenant(), seen).stream()
                .map(voice -> seen(who, voice)).toList()).orElseGet(List::of);
    }

    private Seen seen(SignedIn who, Voice voice) {
        var apart = apart(who, voice);
        var shut = apart.stream().map(it -> it.file().sha256()).toList();
        return new Seen(voice, vault.masked(who, voice), filesOf(who, voice).stream().filter(file -> !shut.contains(file.sha256())).toList(), apart);
    }

    /// What of a voice is kept apart, under the names by which this reader knows its files.
    List<HeldFile> apart(SignedIn who, Voice voice) {
        var named = filesOf(who, voice).stream().collect(Collectors.toMap(StoredFile::sha256, file -> file, (one, _) -> one));
        return held.of(who.tenant(), voice.matter(), voice.no()).stream().map(it -> it.as(named.getOrDefault(it.file().sha256(), it.file()))).toList();
    }

    /// As they came for the unit that took them in. For others they are numbered: what somebody calls a file may be their own name, and who it was is
    /// masked there.
    private List<StoredFile> filesOf(SignedIn who, Voice voice) {
        var files = table.files(who.tenant(), voice.matter(), voice.no());
        return asItCame(who, voice) ? files : IntStream.range(0, files.size()).mapToObj(at -> {
            var file = files.get(at);
            return new StoredFile(file.sha256(), voice.no() + "-" + (at + 1) + ending(file), file.mediaType(), file.size());
        }).toList();
    }

    private static String ending(StoredFile file) {
        var ending = ENDING.matcher(file.name());
        return ending.find() ? ending.group().toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isPicture(StoredFile file) {
        return file.mediaType().startsWith("image/");
    }

    private static boolean asItCame(SignedIn who, Voice voice) {
        return Access.readsAsTyped(who, voice.unit());
    }

    /// The bytes of one file that came with a voice; nothing where the reader may not know of the matter, or nobody has let the file out.
    public Optional<Content> file(SignedIn who, MatterId matter, int no, String sha256) {
        return voice(who, matter, no).flatMap(voice -> filesOf(who, voice).stream().filter(file -> file.sha256().equals(sha256)).findFirst()
                .flatMap(file -> {
                    var apart = held.of(who.tenant(), matter, no).stream().filter(it -> it.file().sha256().equals(sha256)).findFirst();
                    return apart.isPresent() && !apart.get().isOut() ? Optional.empty()
                            : Optional.of(new Content(file, library.contentOf(who.tenant(), sha256), apart.isEmpty(),
                                    apart.isEmpty() && isPicture(file) && !asItCame(who, voice)));
                }));
    }

    /// That somebody opens a file of a voice, in the log of looks: once a day for one person and one file.
    public void opened(SignedIn who, MatterId matter, int no, StoredFile file) {
        var now = OffsetDateTime.now(clock);
        var voice = table.find(who.tenant(), matter, no).orElseThrow();
        log.writeUnlessSince(LocalDate.now(clock).atStartOfDay(clock.getZone()).toOffsetDateTime(), who.tenant(), who.person(), VaultAct.FILE_OPENED,
                new VaultLogTable.Whom(voice.reporter(), matter, no), file.mediaType() + " " + file.sha256().substring(0, MARK), now);
    }

    /// A file and where its bytes lie.
    /// @param readable whether it is what it says, so that a browser may show it
    /// @param anew whether this reader is shown a picture drawn anew, without the place, the time and the camera that stand in the one that came
    public record Content(StoredFile file, Path bytes, boolean readable, boolean anew) {}

    /// For the product's own work, such as choosing whom to ask.
    public List<Voice> of(TenantId tenant, MatterId matter) {
        return ledger.kept(tenant, matter).map(kept -> all(tenant, kept)).orElseGet(List::of);
    }

    /// Whether a text names whoever raised that matter. Where the keys are not at hand nobody can tell, and it counts as if it did.
    public boolean isNamed(TenantId tenant, MatterId matter, String text) {
        return !named(tenant, Map.of(matter, text)).isEmpty();
    }

    /// The same for several matters at once: those whose text names whoever raised them.
    public Set<MatterId> named(TenantId tenant, Map<MatterId, String> texts) {
        var own = table.of(tenant, texts.keySet()).stream().filter(voice -> voice.reporter() != null).toList();
        boolean open = own.isEmpty() || vault.isOpen(tenant);
        return own.stream().filter(voice -> !open || vault.isNamed(tenant, List.of(voice), Objects.requireNonNull(texts.get(voice.matter()))))
                .map(Voice::matter).collect(Collectors.toSet());
    }

    public Optional<Voice> voice(SignedIn who, MatterId matter, int no) {
        return table.find(who.tenant(), matter, no).filter(_ -> standing.seen(who, matter).isPresent());
    }

    /// The matter in which a voice is worked on: its own, or the one that was joined to.
    public Optional<Matter> workedOn(SignedIn who, Voice voice) {
        return standing.seen(who, voice.matter());
    }

    private List<Voice> all(TenantId tenant, Matter matter) {
        return table.of(tenant, Stream.concat(Stream.of(matter.id()), matter.joined().stream().map(MatterId::new)).toList());
    }
}
