package org.mingbai.intake;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.Subject;
import org.mingbai.shell.Days;
import org.mingbai.shell.Visible;
import org.mingbai.shell.Words;
import org.springframework.stereotype.Component;

/// The clerk's desk: writes down what somebody says. It is raised first, so that nothing is lost, and answered, sent on or joined only then.
@Component
public class ClerkDesk {

    private static final String ANSWER = "answer";
    private static final String REDIRECT = "redirect";
    private static final String JOIN = "join";
    private static final List<String> ENDINGS = List.of(ANSWER, REDIRECT, JOIN);

    private final Channels channels;
    private final VoiceTable voices;
    private final Receiving receiving;
    private final Ledger ledger;
    private final EmergencyCalls emergencies;
    private final Directory directory;
    private final AnswersAtHand answers;
    private final OpinionLetters letters;
    private final Whole whole;

    ClerkDesk(Channels channels, VoiceTable voices, Receiving receiving, Ledger ledger, EmergencyCalls emergencies, Directory directory,
            AnswersAtHand answers, OpinionLetters letters, Whole whole) {
        this.channels = channels;
        this.voices = voices;
        this.receiving = receiving;
        this.ledger = ledger;
        this.emergencies = emergencies;
        this.directory = directory;
        this.answers = answers;
        this.letters = letters;
        this.whole = whole;
    }

    /// Takes down what was said; the same form again has the same receipt.
    /// @param channel its code
    /// @param said with the channel still open
    /// @param urgent whether the clerk holds it to be; what speaks of an emergency always is
    public VoiceAnswer<TakenDown> take(SignedIn clerk, String channel, Submission said, boolean urgent, Then then) {
        return take(clerk, channel, said, urgent, then, new ArisenFrom.Themselves());
    }

    /// The same, of something that led to it: both point to one another from then on.
    public VoiceAnswer<TakenDown> take(SignedIn clerk, String channel, Submission said, boolean urgent, Then then, ArisenFrom from) {
        // What was raised already is answered as it was, whatever has changed since.
        boolean again = voices.under(clerk.tenant(), said.key()).isPresent();
        var by = channels.find(clerk.tenant(), channel).filter(it -> again || it.atDesk()).orElse(null);
        if (by == null) {
            return VoiceAnswer.refused(new VoiceRefusal.NoSuchChannel("channel"));
        }
        if (!again && by.route() != Route.OURS) {
            return VoiceAnswer.refused(new VoiceRefusal.OnItsOwnRoute("channel"));
        }
        var subject = said.subject();
        var ended = again ? ENDINGS.stream().filter(one -> ledger.wrote(clerk, key(said, one))).findFirst() : Optional.<String>empty();
        if (ended.isPresent() && !ended.equals(ending(then))) {
            return VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore());
        }
        // What was not ended then is ended now only as a fresh one could be.
        var fault = (again ? Optional.<VoiceRefusal>empty() : named(by, said).or(() -> faultIn(clerk, from)).or(() -> faultIn(by, subject)))
                .or(() -> ended.isPresent() ? Optional.empty() : faultIn(clerk, said, then));
        if (fault.isPresent()) {
            return VoiceAnswer.refused(fault.get());
        }
        var spoken = Emergency.in(subject.title() + "\n" + subject.text());
        var marked = new Submission(said.register(), marked(clerk, said.register(), subject, by, from, urgent || !spoken.isEmpty()), said.identity(),
                said.anonymous(), said.confidential(), said.language(), said.files(), said.key());
        return switch (received(clerk, marked, from)) {
            case VoiceAnswer.Refused(var why) -> VoiceAnswer.refused(why);
            case VoiceAnswer.Done(var receipt) -> {
                emergencies.people(clerk, receipt.matter(), spoken, said.key());
                var notThen = done(clerk, receipt.matter(), said, then);
                yield VoiceAnswer.done(new TakenDown(receipt, ledger.kept(clerk.tenant(), receipt.matter()).orElseThrow(), spoken, notThen));
            }
        };
    }

    /// The name under which such an ending is written; nothing for what goes to the office.
    private static Optional<String> ending(Then then) {
        return switch (then) {
            case Then.ToTheOffice _ -> Optional.empty();
            case Then.AnsweredFrom _, Then.Answered _ -> Optional.of(ANSWER);
            case Then.Redirected _ -> Optional.of(REDIRECT);
            case Then.Joined _ -> Optional.of(JOIN);
        };
    }

    /// The matter and its link are written together.
    private VoiceAnswer<Receipt> received(SignedIn clerk, Submission said, ArisenFrom from) {
        return switch (from) {
            case ArisenFrom.Themselves _ -> receiving.receive(clerk, said);
            case ArisenFrom.Letter(var no) -> whole.done(() -> {
                var answer = receiving.receive(clerk, said);
                if (answer instanceof VoiceAnswer.Done(var receipt)) {
                    letters.raised(clerk, no, receipt.matter());
                }
                return answer;
            });
        };
    }

    private static String answer(Subject subject, ChannelFact fact) {
        return subject.fields().getOrDefault(fact.zh(), "");
    }

    /// What the channel asks further, one after the other.
    private static Optional<VoiceRefusal> faultIn(Channel by, Subject subject) {
        return ChannelFact.of(by.code()).stream().flatMap(fact -> faultIn(fact, answer(subject, fact)).stream()).findFirst();
    }

    private static Optional<VoiceRefusal> faultIn(ChannelFact fact, String answer) {
        if (!Visible.says(answer)) {
            return fact.required() ? Optional.of(new VoiceRefusal.Missing(fact.field())) : Optional.empty();
        }
        if (fact.kind() == ChannelFact.Kind.TEXT) {
            return Receiving.line(fact.field(), answer);
        }
        try {
            Days.typed(answer);
            return Optional.empty();
        } catch (DateTimeException _) {
            return Optional.of(new VoiceRefusal.NotADay(fact.field()));
        }
    }

    private Optional<VoiceRefusal> faultIn(SignedIn clerk, ArisenFrom from) {
        return from instanceof ArisenFrom.Letter(var no) && !letters.mayRaiseFrom(clerk, no)
                ? Optional.of(new VoiceRefusal.NoSuchLetter("")) : Optional.empty();
    }

    /// Who raised it belongs into the vault and not into words that every unit on the way reads.
    private static Optional<VoiceRefusal> named(Channel by, Submission said) {
        var identity = said.identity();
        if (identity == null) {
            return Optional.empty();
        }
        var telling = Identity.of(identity.name(), identity.phone());
        var facts = ChannelFact.of(by.code()).stream().map(fact -> new String[] {fact.field(), answer(said.subject(), fact)});
        return Stream.concat(facts, Stream.of(new String[] {"text", said.subject().text()}, new String[] {"title", said.subject().title()},
                        new String[] {"place", said.subject().place() == null ? "" : said.subject().place()}))
                .filter(field -> telling.isNamedIn(field[1]))
                .findFirst().map(field -> new VoiceRefusal.WordsNameReporter(field[0]));
    }

    private Optional<VoiceRefusal> faultIn(SignedIn clerk, Submission said, Then then) {
        return switch (then) {
            case Then.ToTheOffice _ -> Optional.empty();
            case Then.AnsweredFrom from -> notFrom(clerk, said.subject(), from);
            case Then.Answered(var words) -> required("answer", words);
            case Then.Redirected(var kind, var reason, var way) -> required("redirection", kind == null ? "" : kind.name())
                    .or(() -> required("reason", reason)).or(() -> required("way", way));
            case Then.Joined(var into) -> ledger.matter(clerk, into).filter(it -> it.open() && it.register().equals(said.register())).isPresent()
                    ? Optional.empty() : Optional.of(new VoiceRefusal.NotToBeJoined("into"));
        };
    }

    private Optional<VoiceRefusal> notFrom(SignedIn clerk, Subject subject, Then.AnsweredFrom from) {
        if (answers.inForce(clerk.tenant(), from.no()).filter(it -> it.version() == from.version()).isEmpty()) {
            return Optional.of(new VoiceRefusal.NoSuchAnswer("from"));
        }
        boolean complains = subject.about() != null && !subject.about().isEmpty();
        return complains || !Emergency.in(subject.title() + "\n" + subject.text()).isEmpty()
                ? Optional.of(new VoiceRefusal.NotEndedAtDesk("from")) : Optional.empty();
    }

    private static Optional<VoiceRefusal> required(String field, String text) {
        return !Visible.says(text) ? Optional.of(new VoiceRefusal.Missing(field)) : Optional.empty();
    }

    private Subject marked(SignedIn clerk, String register, Subject subject, Channel by, ArisenFrom from, boolean urgent) {
        var fields = urgent ? emergencies.urgent(clerk.tenant(), register, subject.fields()) : subject.fields();
        return new Subject(subject.title(), subject.text(), subject.number(), source(subject, from), by.zh(), subject.category(), subject.place(),
                subject.cause(), subject.goal(), fields, subject.about());
    }

    /// The number only: whom the letter asked is for those who see the letters.
    private static @Nullable String source(Subject subject, ArisenFrom from) {
        return switch (from) {
            case ArisenFrom.Themselves _ -> subject.source();
            case ArisenFrom.Letter(var no) -> Words.in(Locale.CHINESE).of("intake.letters.source", Long.toString(no));
        };
    }

    private Optional<Refusal> done(SignedIn clerk, MatterId matter, Submission said, Then then) {
        var words = Words.in(Locale.forLanguageTag(said.language()));
        return switch (then) {
            case Then.ToTheOffice _ -> Optional.empty();
            case Then.AnsweredFrom(var no, var version) -> answers.versions(clerk.tenant(), no).stream().filter(it -> it.version() == version).findFirst()
                    .flatMap(it -> answered(clerk, matter, it, said));
            case Then.Answered(var answer) -> does(clerk, matter, new Act.Tell(words.of("intake.desk.answered"), answer), key(said, ANSWER));
            case Then.Redirected(var kind, var reason, var way) -> does(clerk, matter, new Act.Redirect(Objects.requireNonNull(kind), reason, way),
                    key(said, REDIRECT));
            case Then.Joined(var into) -> does(clerk, matter, new Act.Merge(into, words.of("intake.desk.joined")), key(said, JOIN));
        };
    }

    /// The count of its uses and the ending of the matter are written together.
    private Optional<Refusal> answered(SignedIn clerk, MatterId matter, AnswerAtHand it, Submission said) {
        var words = Words.in(Locale.forLanguageTag(said.language()));
        var unit = directory.treeOf(clerk.tenant()).unit(it.unit()).map(OrganisationTree.Unit::name).orElse("");
        var act = new Act.AnswerAtOnce(it.answer(), words.of("intake.answers.rests-on", it.basis(), it.no(), it.version(), unit));
        return whole.<Optional<Refusal>>done(() -> {
            var why = does(clerk, matter, act, key(said, ANSWER));
            if (why.isEmpty()) {
                answers.used(clerk, matter, it);
            }
            return VoiceAnswer.done(why);
        }) instanceof VoiceAnswer.Done(var why) ? why : Optional.empty();
    }

    private Optional<Refusal> does(SignedIn clerk, MatterId matter, Act act, UUID key) {
        return ledger.act(clerk, matter, act, key, null) instanceof Answer.Refused(var why, _) ? Optional.of(why) : Optional.empty();
    }

    private static UUID key(Submission said, String what) {
        return UUID.nameUUIDFromBytes(("desk/" + said.key() + "/" + what).getBytes(StandardCharsets.US_ASCII));
    }
}
