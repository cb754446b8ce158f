package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.AsTyped;
import org.mingbai.intake.Receptions;
import org.mingbai.intake.RightsRequests;
import org.mingbai.intake.Vault;
import org.mingbai.intake.Voice;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.panel.MatterPanel;
import org.mingbai.shell.Link;
import org.springframework.stereotype.Component;

/// Those who raised the matter, masked, beside it.
@Component
class VoicesPanel implements MatterPanel {

    private final Voices voices;
    private final Vault vault;
    private final AsTyped texts;
    private final RightsRequests rights;
    private final Receptions receptions;

    VoicesPanel(Voices voices, Vault vault, AsTyped texts, RightsRequests rights, Receptions receptions) {
        this.voices = voices;
        this.vault = vault;
        this.texts = texts;
        this.rights = rights;
        this.receptions = receptions;
    }

    @Override
    public String key() {
        return "intake.panel.voices";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public Optional<Content> of(SignedIn who, Matter matter) {
        var rows = voices.of(who, matter.id()).stream().map(seen -> row(who, matter, seen)).toList();
        var open = texts.mayOpen(who, matter.id()) ? Optional.of("/matters/" + matter.id().value() + "/as-typed") : Optional.<String>empty();
        return rows.isEmpty() && open.isEmpty() ? Optional.empty() : Optional.of(new Content("intake/voices", new VoicesPanelPage(rows, open)));
    }

    private VoicesPanelPage.Row row(SignedIn who, Matter matter, Voices.Seen seen) {
        var voice = seen.voice();
        var reveal = voice.reporter() != null && vault.mayLook(who, voice)
                ? Optional.of(of(voice) + "/identity") : Optional.<String>empty();
        return new VoicesPanelPage.Row(voice.receivedAt(), voice.channel(), Optional.ofNullable(voice.withdrawnAt()), name(seen), marks(matter, seen),
                files(seen), apart(seen), reveal,
                Optional.of(of(voice) + "/reception").filter(_ -> voice.withdrawnAt() == null && receptions.mayBook(who, voice)),
                Optional.of(of(voice) + "/rights").filter(_ -> rights.mayTakeDown(who, voice)),
                Optional.of(of(voice) + "/withholding").filter(_ -> vault.mayWithhold(who, voice)));
    }

    private static String of(Voice voice) {
        return "/matters/" + voice.matter().value() + "/voices/" + voice.no();
    }

    private static String name(Voices.Seen seen) {
        var mask = Stream.of(seen.masked().name(), seen.masked().phone()).filter(Objects::nonNull).collect(Collectors.joining(" "));
        if (!mask.isEmpty()) {
            return mask;
        }
        var voice = seen.voice();
        return voice.anonymous() ? t("intake.voice.anonymous")
                : voice.reporter() != null && voice.confidential() ? t("intake.voice.guarded") : t("intake.voice.unnamed");
    }

    private static List<String> marks(Matter matter, Voices.Seen seen) {
        Voice voice = seen.voice();
        var marks = new ArrayList<String>();
        if (voice.confidential()) {
            marks.add(t("intake.voice.confidential"));
        }
        if (voice.withheldAt() != null) {
            marks.add(t("intake.voice.withheld"));
        }
        if (!voice.matter().equals(matter.id())) {
            marks.add(t("intake.voice.joined", new MatterNumber(matter.register(), voice.matter()).printed()));
        }
        if (!seen.files().isEmpty()) {
            marks.add(t("intake.voice.files", seen.files().size()));
        }
        return List.copyOf(marks);
    }

    private static List<VoicesPanelPage.Apart> apart(Voices.Seen seen) {
        return seen.apart().stream().map(held -> {
            var href = VoiceFiles.href(seen.voice(), held.file());
            return new VoicesPanelPage.Apart(new Link(held.file().name(), href + "/apart"), HeldFilePages.state(held),
                    held.isOut() ? Optional.of(href) : Optional.empty());
        }).toList();
    }

    private static List<Link> files(Voices.Seen seen) {
        var voice = seen.voice();
        return seen.files().stream().map(file -> new Link(file.name(), VoiceFiles.href(voice, file))).toList();
    }
}
