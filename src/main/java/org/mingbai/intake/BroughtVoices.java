package org.mingbai.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.sheet.ReadMatter;
import org.mingbai.intake.vault.Masking;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.keys.KeyProvider;
import org.springframework.stereotype.Component;

/// Who raised what an older ledger or another system's orders bring along: kept in the vault with a voice of its own, never beside the matter.
@Component
class BroughtVoices {

    private static final Set<String> NOBODY = Set.of("匿名", "匿名用户", "匿名人", "不愿透露", "未留", "未知", "不详", "anonymous", "unknown", "n/a");
    private static final Set<String> YES = Set.of("是", "保密", "要求保密", "y", "yes", "true", "1");
    private static final List<String> CHANNELS = List.of("处理受理方式", "受理方式", "来电渠道", "诉求渠道", "受理渠道", "来源渠道");
    private static final int LINE_MAX = 200;

    private final Vault vault;
    private final VoiceTable voices;
    private final Receiving receiving;
    private final KeyProvider keys;
    private final Retentions retentions;
    private final Clock clock;

    BroughtVoices(Vault vault, VoiceTable voices, Receiving receiving, KeyProvider keys, Retentions retentions, Clock clock) {
        this.vault = vault;
        this.voices = voices;
        this.receiving = receiving;
        this.keys = keys;
        this.retentions = retentions;
        this.clock = clock;
    }

    /// Within the transaction of the import, which stops where nothing can be sealed.
    void keep(SignedIn who, OrganisationId office, MatterId matter, UUID key, ReadMatter read) {
        var identity = identityIn(read).orElse(null);
        if (identity == null) {
            return;
        }
        var tenant = who.tenant();
        if (!vault.isOpen(tenant)) {
            throw new Stopped("intake.refusal.KeysMissing");
        }
        var reporter = vault.keep(tenant, identity, retentions.until(tenant, channel(read)));
        var voice = new Voice(matter, 1, channel(read), reporter, false, isConfidential(read), "zh", office, OffsetDateTime.now(clock), null, null,
                null);
        var said = keys.keyedHash("said", ("brought/" + tenant.value() + "/" + key).getBytes(StandardCharsets.UTF_8));
        voices.insert(tenant, voice, new VoiceTable.Arrival(key, ReceiptCode.hashOf(receiving.code(tenant, key)), said, who.person()));
    }

    /// A number that can be dialled is found again by it; what else is written there is kept beside it.
    static Optional<Identity> identityIn(ReadMatter read) {
        var name = read.reporter() == null || NOBODY.contains(read.reporter().strip().toLowerCase(Locale.ROOT)) ? null : cut(read.reporter());
        var others = new ArrayList<String>();
        String phone = null;
        String email = null;
        for (var part : read.reporterContact() == null ? new String[0] : read.reporterContact().split("[\\s,，、;；/]+")) {
            if (phone == null && Masking.isPhone(part)) {
                phone = part;
            } else if (email == null && part.contains("@")) {
                email = cut(part);
            } else if (!part.isBlank()) {
                others.add(part);
            }
        }
        var identity = new Identity(name, phone, email, others.isEmpty() ? null : cut(String.join(" ", others)), null);
        return identity.isEmpty() ? Optional.empty() : Optional.of(identity);
    }

    private static String channel(ReadMatter read) {
        return Stream.concat(CHANNELS.stream().map(read.rest()::get), Stream.ofNullable(read.source()))
                .filter(said -> said != null && !said.isBlank()).map(BroughtVoices::cut)
                .filter(Objects::nonNull).findFirst().orElse("导入");
    }

    private static boolean isConfidential(ReadMatter read) {
        return read.rest().entrySet().stream().filter(column -> column.getKey().contains("保密"))
                .map(Map.Entry::getValue).anyMatch(said -> YES.contains(said.strip().toLowerCase(Locale.ROOT)));
    }

    /// One line that shows itself.
    private static @Nullable String cut(String text) {
        var line = text.codePoints().filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT || c == '\n')
                .limit(LINE_MAX).mapToObj(Character::toString).collect(Collectors.joining()).replace('\n', ' ').strip();
        return line.isEmpty() ? null : line;
    }
}
