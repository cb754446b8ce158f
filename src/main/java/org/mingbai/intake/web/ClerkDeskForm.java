package org.mingbai.intake.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.intake.ChannelFact;
import org.mingbai.intake.Identity;
import org.mingbai.intake.Submission;
import org.mingbai.intake.Then;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Redirection;
import org.mingbai.ledger.Subject;
import org.mingbai.library.StoredFile;
import org.mingbai.shell.page.FormKey;

/// What a clerk typed. Nothing of it is kept before it is sent: a draft would keep who it was beside the vault.
public record ClerkDeskForm(Map<String, String> sent, UUID key) {

    /// The kinds of 北京市接诉即办工作条例 Art. 2, as they stand in journals.
    enum Kind { INQUIRY, HELP, COMPLAINT, REPORT, ADVICE }

    private static final List<String> KIND_WRITTEN = List.of("咨询", "求助", "投诉", "举报", "建议");
    private static final int SHOWN_MAX = 24_000;
    private static final int TITLE_MAX = 40;
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?；;\\n]|\\.\\s");
    private static final Pattern MATTER = Pattern.compile("[1-9][0-9]{0,17}");

    /// An answer kept at hand, by its number and version.
    private static final Pattern FROM = Pattern.compile("([1-9][0-9]{0,17})\\.([1-9][0-9]{0,8})");

    public static ClerkDeskForm of(Map<String, String> sent) {
        return new ClerkDeskForm(sent, FormKey.of(sent.getOrDefault("key", "")));
    }

    public ClerkDeskForm withFreshKey() {
        return new ClerkDeskForm(sent, UUID.randomUUID());
    }

    public ClerkDeskForm with(String name, String value) {
        var more = new TreeMap<>(sent);
        more.put(name, value);
        return new ClerkDeskForm(more, key);
    }

    /// As it was typed, to be shown again.
    public String shown(String name) {
        var value = sent.getOrDefault(name, "").replace("\0", "");
        return value.length() > SHOWN_MAX ? value.substring(0, SHOWN_MAX) : value;
    }

    public String text(String name) {
        return sent.getOrDefault(name, "").replace("\r\n", "\n").strip();
    }

    public boolean ticked(String name) {
        return sent.getOrDefault(name, "").equals("true");
    }

    List<String> unitsNamed() {
        return Arrays.stream(text("about").split("[、,，;；\\n]")).map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
    }

    /// Where none was typed, the first sentence.
    String title() {
        var typed = text("title");
        if (!typed.isEmpty()) {
            return typed;
        }
        var first = SENTENCE_END.split(text("text"), 2)[0].strip();
        return first.codePointCount(0, first.length()) > TITLE_MAX ? first.substring(0, first.offsetByCodePoints(0, TITLE_MAX)) + "…" : first;
    }

    /// @param kindField under which the register keeps it
    Submission said(String kindField, List<OrganisationId> about, List<StoredFile> files) {
        var kind = Arrays.stream(Kind.values()).filter(it -> it.name().equals(text("kind"))).findFirst();
        var fields = new TreeMap<String, String>();
        kind.ifPresent(it -> fields.put(kindField, KIND_WRITTEN.get(it.ordinal())));
        ChannelFact.of(text("channel")).stream().filter(fact -> !text(fact.field()).isEmpty()).forEach(fact -> fields.put(fact.zh(), text(fact.field())));
        var subject = new Subject(title(), text("text"), null, null, null, null, maybe("place"), null, null, fields).about(about);
        return new Submission(text("register"), subject, Identity.of(maybe("name"), maybe("phone")), ticked("anonymous"), ticked("confidential"),
                text("language"), files, key);
    }

    Then then(String usualWay) {
        var into = into();
        if (into.isPresent()) {
            return new Then.Joined(into.get());
        }
        var from = FROM.matcher(text("from"));
        if (from.matches() && text("then").isEmpty()) {
            return new Then.AnsweredFrom(Long.parseLong(from.group(1)), Integer.parseInt(from.group(2)));
        }
        return switch (text("then")) {
            case "answer" -> new Then.Answered(text("answer"));
            case "redirect" -> new Then.Redirected(redirection(), text("reason"), text("way").isEmpty() ? usualWay : text("way"));
            default -> new Then.ToTheOffice();
        };
    }

    Optional<MatterId> into() {
        var typed = text("into");
        return MATTER.matcher(typed).matches() ? Optional.of(new MatterId(Long.parseLong(typed))) : Optional.empty();
    }

    /// The letter whose reply is taken down.
    public Optional<Long> letter() {
        var typed = text("letter");
        return MATTER.matcher(typed).matches() ? Optional.of(Long.parseLong(typed)) : Optional.empty();
    }

    Optional<Long> from() {
        var from = FROM.matcher(text("from"));
        return from.matches() ? Optional.of(Long.parseLong(from.group(1))) : Optional.empty();
    }

    @Nullable Redirection redirection() {
        return Arrays.stream(Redirection.values()).filter(it -> it.name().equals(text("redirection"))).findFirst().orElse(null);
    }

    private @Nullable String maybe(String name) {
        var text = text(name);
        return text.isEmpty() ? null : text;
    }
}
