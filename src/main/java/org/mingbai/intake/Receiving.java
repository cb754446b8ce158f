package org.mingbai.intake;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Portal;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.vault.Masking;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.Registers;
import org.mingbai.library.FileRefused;
import org.mingbai.library.Library;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.Visible;
import org.mingbai.shell.keys.KeyProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Takes in what people raise, from a clerk who writes it down or from themselves: the matter, the voice and who it was are kept together or not
/// at all, and answered with a receipt.
@Component
public class Receiving {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final int LINE_MAX = 200;
    static final int FILES_MAX = 20;

    private final Ledger ledger;
    private final Registers registers;
    private final Portal portal;
    private final Library library;
    private final Vault vault;
    private final KeyProvider keys;
    private final VoiceTable voices;
    private final Quarantine quarantine;
    private final Retentions retentions;
    private final Notices notices;
    private final EmergencyCalls emergencies;
    private final Whole whole;
    private final Clock clock;

    Receiving(Ledger ledger, Registers registers, Portal portal, Library library, Vault vault, KeyProvider keys, VoiceTable voices, Quarantine quarantine,
            Retentions retentions, Notices notices, EmergencyCalls emergencies, Whole whole, Clock clock) {
        this.ledger = ledger;
        this.registers = registers;
        this.portal = portal;
        this.library = library;
        this.vault = vault;
        this.keys = keys;
        this.voices = voices;
        this.quarantine = quarantine;
        this.retentions = retentions;
        this.notices = notices;
        this.emergencies = emergencies;
        this.whole = whole;
        this.clock = clock;
    }

    /// Written down by somebody signed in.
    public VoiceAnswer<Receipt> receive(SignedIn clerk, Submission said) {
        return faultIn(said).map(VoiceAnswer::<Receipt>refused).orElseGet(() -> whole.done(() -> taken(clerk, said)));
    }

    /// Raised by somebody without an account. It is taken in where the matter will be coordinated: not in an office it complains of.
    public VoiceAnswer<Receipt> receive(TenantId tenant, Submission said) {
        var about = said.subject().about();
        return ledger.keeperOf(tenant, said.register(), about == null ? List.of() : about)
                .map(unit -> called(portal.at(tenant, unit), said))
                .orElseGet(() -> VoiceAnswer.refused(new VoiceRefusal.OfLedger(registers.register(tenant, said.register()).isEmpty()
                        ? new Refusal.UnknownRegister(said.register())
                        : new Refusal.NobodyLeftToHandle("about"))));
    }

    /// What speaks of an emergency waits for no list.
    private VoiceAnswer<Receipt> called(SignedIn by, Submission said) {
        var spoken = Emergency.in(said.subject().title() + "\n" + said.subject().text());
        var marked = spoken.isEmpty() ? said : said.about(said.subject().withFields(
                emergencies.urgent(by.tenant(), said.register(), said.subject().fields())));
        var answer = receive(by, marked);
        if (answer instanceof VoiceAnswer.Done<Receipt>(var receipt)) {
            emergencies.people(by, receipt.matter(), spoken, said.key());
        }
        return answer;
    }

    /// Whether something was raised under that key.
    public boolean knows(TenantId tenant, UUID key) {
        return voices.under(tenant, key).isPresent();
    }

    /// A file that somebody without an account hands in with the form.
    public StoredFile bring(TenantId tenant, String name, InputStream content) throws FileRefused {
        return library.keep(tenant, portal.person(tenant), name, content);
    }

    /// A file that a clerk was given with what is said.
    public StoredFile bring(SignedIn clerk, String name, InputStream content) throws FileRefused {
        return library.keep(clerk.tenant(), clerk.person(), name, content);
    }

    /// One this clerk brought with the same form before.
    public Optional<StoredFile> brought(SignedIn clerk, String sha256, String name) {
        return library.broughtBy(clerk.tenant(), clerk.person(), sha256, name);
    }

    /// One they handed in with the same form before, when it had to be mended.
    public Optional<StoredFile> brought(TenantId tenant, String sha256, String name) {
        return library.broughtBy(tenant, portal.person(tenant), sha256, name);
    }

    private VoiceAnswer<Receipt> taken(SignedIn by, Submission said) {
        var tenant = by.tenant();
        if (!vault.isOpen(tenant)) {
            return VoiceAnswer.refused(new VoiceRefusal.KeysMissing());
        }
        voices.alone(tenant, said.key());
        var hash = hashOf(by, said);
        var before = voices.under(tenant, said.key());
        if (before.isPresent()) {
            return MessageDigest.isEqual(before.get().said(), hash)
                    ? VoiceAnswer.done(receipt(tenant, before.get().voice(), said.key(), true))
                    : VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore());
        }
        if (!said.files().stream().allMatch(file -> isBroughtBy(by, file))) {
            return VoiceAnswer.refused(new VoiceRefusal.NotBroughtHere("files"));
        }
        return switch (ledger.raise(by, said.register(), said.subject(), raisingKey(said.key()))) {
            case Answer.Refused(var why, _) -> VoiceAnswer.refused(new VoiceRefusal.OfLedger(why));
            case Answer.Done(var matter, _) -> VoiceAnswer.done(kept(by, said, matter, hash));
        };
    }

    private Receipt kept(SignedIn by, Submission said, Matter matter, byte[] hash) {
        var tenant = by.tenant();
        var identity = said.identity();
        var reporter = identity == null || identity.isEmpty() ? null : vault.keep(tenant, identity, retentions.until(tenant, said.subject().channel()));
        var voice = new Voice(matter.id(), 1, said.subject().channel(), reporter, said.anonymous(), said.confidential(), said.language(),
                matter.raisedAs().unit(), matter.raisedAt(), null, null, notices.inForce(tenant).version());
        voices.insert(tenant, voice, new VoiceTable.Arrival(said.key(), ReceiptCode.hashOf(code(tenant, said.key())), hash, by.person()));
        voices.insertFiles(tenant, voice, said.files());
        quarantine.look(tenant, voice, said.files());
        return receipt(tenant, voice, said.key(), false);
    }

    private boolean isBroughtBy(SignedIn by, StoredFile file) {
        return library.broughtBy(by.tenant(), by.person(), file.sha256(), file.name()).filter(file::equals).isPresent();
    }

    private Receipt receipt(TenantId tenant, Voice voice, UUID key, boolean again) {
        return new Receipt(code(tenant, key), voice.matter(), voice.no(), voice.receivedAt(), again);
    }

    /// Made from the form's key, so that the form sent again has the same receipt although it is kept nowhere.
    String code(TenantId tenant, UUID key) {
        return ReceiptCode.of(keys.keyedHash("receipt", (tenant.value() + "/" + key).getBytes(StandardCharsets.UTF_8)));
    }

    /// Keyed, so that nobody finds out a telephone number by trying them all.
    private byte[] hashOf(SignedIn by, Submission said) {
        return keys.keyedHash("said", JSON.writeValueAsBytes(List.of(by.tenant(), by.person(), said)));
    }

    /// Apart from the keys that clients give the ledger.
    private static UUID raisingKey(UUID key) {
        return UUID.nameUUIDFromBytes(("voice/" + key).getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<VoiceRefusal> faultIn(Submission said) {
        var identity = said.identity();
        if (said.subject().channel() == null || !Visible.says(said.subject().channel())) {
            return Optional.of(new VoiceRefusal.Missing("channel"));
        }
        if (!LANGUAGE.matcher(said.language()).matches()) {
            return Optional.of(new VoiceRefusal.NotALanguage("language"));
        }
        if (said.files().size() > FILES_MAX) {
            return Optional.of(new VoiceRefusal.TooManyFiles("files", FILES_MAX));
        }
        if (identity == null || identity.isEmpty()) {
            return Optional.empty();
        }
        if (said.anonymous()) {
            return Optional.of(new VoiceRefusal.AnonymousAndNamed("anonymous"));
        }
        return faultIn(identity);
    }

    /// A fault in what somebody says of themselves.
    static Optional<VoiceRefusal> faultIn(Identity identity) {
        return Stream.of(line("name", identity.name()), line("phone", identity.phone()), line("email", identity.email()),
                        line("address", identity.address()), line("number", identity.number()), phone(identity.phone()))
                .flatMap(Optional::stream).findFirst();
    }

    static Optional<VoiceRefusal> line(String field, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.codePointCount(0, text.length()) > LINE_MAX) {
            return Optional.of(new VoiceRefusal.TooLong(field, LINE_MAX));
        }
        return hidden(field, text);
    }

    static Optional<VoiceRefusal> hidden(String field, String text) {
        boolean hidden = text.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        return hidden ? Optional.of(new VoiceRefusal.HiddenCharacters(field)) : Optional.empty();
    }

    private static Optional<VoiceRefusal> phone(@Nullable String phone) {
        return phone == null || phone.isBlank() || Masking.isPhone(phone) ? Optional.empty() : Optional.of(new VoiceRefusal.NotAPhone("phone"));
    }
}
