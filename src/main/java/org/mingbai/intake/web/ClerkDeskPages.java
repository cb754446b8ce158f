package org.mingbai.intake.web;

import static java.util.stream.Collectors.joining;
import static org.mingbai.shell.Words.t;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Organisation;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.AnswerAtHand;
import org.mingbai.intake.AnswersAtHand;
import org.mingbai.intake.ArisenFrom;
import org.mingbai.intake.Channel;
import org.mingbai.intake.ChannelFact;
import org.mingbai.intake.Channels;
import org.mingbai.intake.ClerkDesk;
import org.mingbai.intake.Emergency;
import org.mingbai.intake.OpinionLetter;
import org.mingbai.intake.OpinionLetters;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Route;
import org.mingbai.intake.TakenDown;
import org.mingbai.intake.Then;
import org.mingbai.intake.Vault;
import org.mingbai.intake.Voice;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Redirection;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.library.FileRefused;
import org.mingbai.library.StoredFile;
import org.mingbai.pattern.Likeness;
import org.mingbai.pattern.Likenesses;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The clerk's desk: one form for whatever somebody says, by whichever way.
@Controller
class ClerkDeskPages {

    /// More than are shown, for some may be kept from the reader.
    private static final int LOOKED_AT = 15;
    private static final int SHOWN = 5;
    private static final String KIND = "orderKind";

    private final ClerkDesk desk;
    private final Receiving receiving;
    private final Channels channels;
    private final Registers registers;
    private final Directory directory;
    private final Likenesses likenesses;
    private final Matters matters;
    private final AnswersAtHand answers;
    private final OpinionLetters letters;
    private final Vault vault;
    private final RefusalsTold refusals;

    ClerkDeskPages(ClerkDesk desk, Receiving receiving, Channels channels, Registers registers, Directory directory, Likenesses likenesses, Matters matters,
            AnswersAtHand answers, OpinionLetters letters, Vault vault, RefusalsTold refusals) {
        this.desk = desk;
        this.receiving = receiving;
        this.channels = channels;
        this.registers = registers;
        this.directory = directory;
        this.likenesses = likenesses;
        this.matters = matters;
        this.answers = answers;
        this.letters = letters;
        this.vault = vault;
        this.refusals = refusals;
    }

    @GetMapping("/desk")
    @Needs(Right.RAISE)
    ModelAndView form(SignedIn who, @RequestParam(defaultValue = "") String channel, @RequestParam(defaultValue = "") String register,
            @RequestParam(defaultValue = "") String letter) {
        var form = ClerkDeskForm.of(Map.of("channel", channel, "register", register, "letter", letter, "language", "zh"));
        return View.of("intake/desk", page(who, form, List.of(), false, null, List.of(), FieldErrors.none()));
    }

    /// The receipt is the answer itself and has no address: whoever comes to the screen later finds no code in its history.
    @PostMapping("/desk")
    @Needs(Right.RAISE)
    ModelAndView take(SignedIn who, @RequestParam MultiValueMap<String, String> all,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        var sent = all.toSingleValueMap();
        var form = settled(who, ClerkDeskForm.of(sent));
        var brought = brought(who, all, files);
        if (brought.errors().any()) {
            return refused(who, ClerkDeskForm.of(sent), brought.files(), brought.errors(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var units = form.unitsNamed().stream().collect(Collectors.toMap(Function.identity(), name -> directory.unitsMeant(who.tenant(), name)));
        var unclear = form.unitsNamed().stream().filter(name -> units.get(name).size() != 1).findFirst();
        if (unclear.isPresent()) {
            var said = t(units.get(unclear.get()).isEmpty() ? "intake.desk.no-unit" : "intake.desk.several-units", cut(unclear.get()));
            var errors = FieldErrors.none().with("about", said, t("intake.desk.about"));
            return refused(who, ClerkDeskForm.of(sent), brought.files(), errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (Stream.of("into", "from", "then").filter(field -> !form.text(field).isEmpty()).count() > 1) {
            var both = FieldErrors.none().with("then", t("intake.desk.join-and-more"), t("intake.desk.then"));
            return refused(who, ClerkDeskForm.of(sent), brought.files(), both, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var about = form.unitsNamed().stream().<OrganisationId>map(name -> units.get(name).getFirst()).toList();
        var then = form.then(usualWay(form));
        return switch (desk.take(who, form.text("channel"), form.said(kindField(who, form.text("register")), about, brought.files()),
                form.ticked("urgent"), then, from(form))) {
            case VoiceAnswer.Done(var taken) -> View.of("intake/deskreceipt", receipt(who, form, then, taken));
            case VoiceAnswer.Refused(var why) -> refused(who, ClerkDeskForm.of(sent), brought.files(), why);
        };
    }

    private static ArisenFrom from(ClerkDeskForm form) {
        return form.letter().<ArisenFrom>map(ArisenFrom.Letter::new).orElseGet(ArisenFrom.Themselves::new);
    }

    @PostMapping("/desk/likenesses")
    @Needs(Right.RAISE)
    ModelAndView likenesses(SignedIn who, @RequestParam MultiValueMap<String, String> all,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        var form = ClerkDeskForm.of(all.toSingleValueMap());
        var brought = brought(who, all, files);
        return View.of("intake/desk", page(who, form, likely(who, settled(who, form)), true, null, brought.files(), brought.errors()));
    }

    /// Looking a number up is written down with its purpose, also when nothing is found.
    @PostMapping("/desk/earlier")
    @Needs(Right.REVEAL_REPORTER)
    ModelAndView earlier(SignedIn who, @RequestParam MultiValueMap<String, String> all,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        var form = ClerkDeskForm.of(all.toSingleValueMap());
        var brought = brought(who, all, files);
        return switch (vault.byPhone(who, form.text("phone"), form.text("purpose"))) {
            case VoiceAnswer.Done(var voices) -> View.of("intake/desk",
                    page(who, form, likely(who, settled(who, form)), false, earlier(who, voices), brought.files(), brought.errors()));
            case VoiceAnswer.Refused(var why) -> refused(who, form, brought.files(), why);
        };
    }

    private ModelAndView refused(SignedIn who, ClerkDeskForm form, List<StoredFile> files, VoiceRefusal why) {
        boolean used = why instanceof VoiceRefusal.KeyUsedBefore || why instanceof VoiceRefusal.OfLedger(Refusal.KeyUsedBefore _);
        var field = why instanceof VoiceRefusal.OfLedger(Refusal.UnknownRegister _) ? "register" : why.field();
        var errors = FieldErrors.none().with(field, refusals.of(why, directory.treeOf(who.tenant())), label(form, field));
        return refused(who, used ? form.withFreshKey() : form, files, errors, field.isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String label(ClerkDeskForm form, String field) {
        return facts(form).stream().filter(fact -> fact.name().equals(field)).map(ClerkDeskPage.Fact::label).findFirst()
                .orElseGet(() -> field.isEmpty() ? "" : t("intake.desk." + field));
    }

    private ModelAndView refused(SignedIn who, ClerkDeskForm form, List<StoredFile> files, FieldErrors errors, HttpStatus status) {
        return View.of("intake/desk", page(who, form, likely(who, settled(who, form)), false, null, files, errors), status);
    }

    /// What somebody handed over the counter, under the same checks as on the public site.
    private HandedIn.Taken brought(SignedIn who, MultiValueMap<String, String> all, @Nullable List<MultipartFile> files) {
        return HandedIn.take(new HandedIn.Shelf() {
            @Override
            public StoredFile keep(String name, InputStream content) throws FileRefused {
                return receiving.bring(who, name, content);
            }

            @Override
            public Optional<StoredFile> before(String sha256, String name) {
                return receiving.brought(who, sha256, name);
            }
        }, all.getOrDefault("kept", List.of()), files == null ? List.of() : files);
    }

    /// A channel brings its register along where none was chosen.
    private ClerkDeskForm settled(SignedIn who, ClerkDeskForm form) {
        return form.text("register").isEmpty()
                ? channels.find(who.tenant(), form.text("channel")).map(channel -> form.with("register", channel.register())).orElse(form)
                : form;
    }

    private String kindField(SignedIn who, String register) {
        boolean column = registers.register(who.tenant(), register).stream().flatMap(it -> it.policy().columns().stream())
                .anyMatch(it -> it.code().equals(KIND));
        return column ? KIND : "诉求类型";
    }

    private static String usualWay(ClerkDeskForm form) {
        var kind = form.redirection();
        return kind == null ? "" : Words.in(Locale.forLanguageTag(form.text("language"))).of("intake.desk.way." + kind);
    }

    private ClerkDeskPage page(SignedIn who, ClerkDeskForm form, List<ClerkDeskPage.Likely> likely, boolean looked,
            @Nullable List<ClerkDeskPage.Earlier> earlier, List<StoredFile> files, FieldErrors errors) {
        var ownRoute = channels.find(who.tenant(), form.text("channel")).filter(it -> it.route() != Route.OURS).map(it -> it.way(locale()));
        return new ClerkDeskPage(form,
                channels.atDesk(who.tenant()).stream().map(it -> new Choice(it.code(), it.name(locale()))).toList(),
                registers.of(who.tenant()).stream().map(it -> new Choice(it.code(), it.name(locale()))).toList(),
                Arrays.stream(ClerkDeskForm.Kind.values()).map(it -> new Choice(it.name(), t("intake.desk.kind." + it))).toList(),
                List.of(new Choice("zh", t("intake.desk.language.zh")), new Choice("en", t("intake.desk.language.en"))),
                Arrays.stream(Redirection.values()).map(it -> new Choice(it.name(), t("ledger.redirection." + it))).toList(),
                directory.organisations(who.tenant()).stream().map(Organisation::name).sorted().toList(),
                Access.may(who, Right.LIST_AND_ASSIGN), Access.may(who, Right.REVEAL_REPORTER), Access.may(who, Right.KEEP_CHANNELS), ownRoute, facts(form),
                form.letter().flatMap(no -> letters.letter(who, no)).map(ClerkDeskPages::letter),
                calls(Emergency.in(form.text("title") + "\n" + form.text("text"))), likely, atHand(who, form), looked,
                Optional.ofNullable(earlier), files, errors);
    }

    private static List<ClerkDeskPage.Fact> facts(ClerkDeskForm form) {
        return ChannelFact.of(form.text("channel")).stream()
                .map(it -> new ClerkDeskPage.Fact(it.field(), it.name(locale()), it.kind() == ChannelFact.Kind.DAY, it.required())).toList();
    }

    private static Link letter(OpinionLetter it) {
        return new Link(t("intake.letters.of", Long.toString(it.no()), it.body(), it.subject()), "/letters/" + it.no());
    }

    /// One that was chosen stays, whatever was typed since.
    private List<ClerkDeskPage.AtHand> atHand(SignedIn who, ClerkDeskForm form) {
        var chosen = form.from().flatMap(no -> answers.inForce(who.tenant(), no));
        var tree = directory.treeOf(who.tenant());
        return Stream.concat(chosen.stream(), answers.near(who.tenant(), form.text("title") + "\n" + form.text("text")).stream()
                .filter(it -> chosen.filter(one -> one.no() == it.no()).isEmpty())).map((AnswerAtHand it) -> new ClerkDeskPage.AtHand(
                        it.no() + "." + it.version(), "/answers/" + it.no(), it.question(), it.answer(), it.basis(),
                        tree.unit(it.unit()).map(OrganisationTree.Unit::name).orElse(""), chosen.filter(it::equals).isPresent())).toList();
    }

    private List<ClerkDeskPage.Likely> likely(SignedIn who, ClerkDeskForm form) {
        if (form.text("text").isEmpty() && form.text("title").isEmpty()) {
            return List.of();
        }
        var found = likenesses.of(who.tenant(), form.title(), form.text("text"), form.text("place"), LOOKED_AT);
        var seen = seen(who, found.stream().map(Likeness::matter).toList());
        boolean joins = Access.may(who, Right.LIST_AND_ASSIGN);
        return found.stream().filter(one -> seen.containsKey(one.matter())).limit(SHOWN).map(one -> {
            var matter = seen.get(one.matter());
            return new ClerkDeskPage.Likely(Long.toString(matter.id().value()), href(matter), matter.subject().title(), MatterNumber.of(matter).printed(),
                    t("ledger.stage." + matter.stage().named()), likeness(one),
                    joins && matter.open() && matter.register().equals(form.text("register")));
        }).toList();
    }

    private static String likeness(Likeness one) {
        var how = t(one.kind() == Likeness.Kind.COPY ? "pattern.likeness.copy" : "pattern.likeness.subject", Math.round(one.share() * 100));
        return one.words().isEmpty() ? how : how + " · " + t("pattern.likeness.words", String.join(t("intake.desk.and"), one.words()));
    }

    private List<ClerkDeskPage.Earlier> earlier(SignedIn who, List<Voice> voices) {
        var seen = seen(who, voices.stream().map(Voice::matter).toList());
        return voices.stream().filter(voice -> seen.containsKey(voice.matter())).map(voice -> {
            var matter = seen.get(voice.matter());
            return new ClerkDeskPage.Earlier(href(matter), matter.subject().title(), MatterNumber.of(matter).printed(),
                    t("ledger.stage." + matter.stage().named()), voice.receivedAt());
        }).toList();
    }

    private Map<MatterId, Matter> seen(SignedIn who, List<MatterId> ids) {
        return matters.these(who, ids).stream().collect(Collectors.toMap(Matter::id, Function.identity()));
    }

    private ClerkDeskReceiptPage receipt(SignedIn who, ClerkDeskForm form, Then then, TakenDown taken) {
        var matter = taken.matter();
        var channel = channels.find(who.tenant(), form.text("channel")).map(Channel::code).orElse("");
        var register = registers.register(who.tenant(), matter.register());
        var said = switch (then) {
            case Then.ToTheOffice _ -> t("intake.desk.then.office.done", register.map(it -> directory.treeOf(who.tenant()).unit(it.office())
                    .map(unit -> unit.name()).orElse("")).orElse(""));
            case Then.AnsweredFrom _ -> t("intake.desk.then.from.done");
            case Then.Answered _ -> t("intake.desk.then.answer.done");
            case Then.Redirected(_, _, var way) -> t("intake.desk.then.redirect.done", way);
            case Then.Joined(var into) -> t("intake.desk.then.join.done", new MatterNumber(matter.register(), into).printed());
        };
        return new ClerkDeskReceiptPage(taken.receipt().code(), new Link(matter.subject().title(), href(matter)), MatterNumber.of(matter).printed(),
                matter.subject().channel() == null ? "" : matter.subject().channel(), register.map((Register it) -> it.name(locale())).orElse(""),
                taken.receipt().at(), taken.receipt().again(), form.ticked("confidential"), said, read(who, then, taken),
                taken.notThen().map(why -> refusals.of(why, directory.treeOf(who.tenant()))), calls(taken.emergencies()),
                "/desk?channel=" + channel + form.letter().map(no -> "&letter=" + no).orElse(""));
    }

    /// What the clerk reads out, where it ended with an answer.
    private String read(SignedIn who, Then then, TakenDown taken) {
        return then instanceof Then.AnsweredFrom(var no, var version) && taken.notThen().isEmpty()
                ? answers.versions(who.tenant(), no).stream().filter(it -> it.version() == version).findFirst().map(AnswerAtHand::answer).orElse("") : "";
    }

    private static List<ClerkDeskPage.Call> calls(List<Emergency> emergencies) {
        return emergencies.stream().map(it -> new ClerkDeskPage.Call(it.number(), it.whom(locale()),
                it.words().stream().collect(joining(t("intake.desk.and"))))).toList();
    }

    private static String href(Matter matter) {
        return "/matters/" + matter.id().value();
    }

    private static String cut(String typed) {
        var plain = typed.replaceAll("\\p{Cntrl}|[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]", "");
        return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
