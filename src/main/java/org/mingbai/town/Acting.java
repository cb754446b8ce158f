package org.mingbai.town;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.library.FileRefused;
import org.mingbai.library.Library;
import org.mingbai.town.cast.Cast;
import org.mingbai.town.picture.Picture;
import org.mingbai.town.picture.Shot;
import org.mingbai.town.story.Step;
import org.mingbai.town.story.Story;

/// Acts the stories out by the public verbs, each act at its moment. Matters are raised one after the other, so that their
/// numbers follow their dates; what happens to them afterwards runs side by side.
final class Acting {

    private static final int AT_ONCE = 8;

    private record Kept(String person, Shot shot) {}

    private final Ledger ledger;
    private final Library library;
    private final Company company;
    private final Cast cast;
    private final Map<Kept, Evidence.File> files = new ConcurrentHashMap<>();
    private final Map<Integer, MatterId> matters = new ConcurrentHashMap<>();

    Acting(Verbs verbs, Company company, Cast cast) {
        this.ledger = verbs.get(Ledger.class);
        this.library = verbs.get(Library.class);
        this.company = company;
        this.cast = cast;
    }

    /// Day by day, as the registers and the tree of units are remembered for one day at a time.
    void play(List<Story> stories) {
        var raised = stories.stream().collect(Collectors.groupingBy(story -> story.raisedAt().toLocalDate(), TreeMap::new, Collectors.toList()));
        var acted = cues(stories).stream().collect(Collectors.groupingBy(cue -> cue.step().at().toLocalDate(), TreeMap::new, Collectors.toList()));
        var days = new TreeSet<>(raised.keySet());
        days.addAll(acted.keySet());
        try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var day : days) {
                raised.getOrDefault(day, List.of()).forEach(this::raise);
                var running = new ArrayList<Future<?>>();
                acted.getOrDefault(day, List.of()).stream().collect(Collectors.groupingBy(Cue::home)).values()
                        .forEach(together -> running.add(hands.submit(() -> together.forEach(this::step))));
                for (var future : running) {
                    future.get();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void raise(Story story) {
        var answer = company.as(story.raisedBy(), story.raisedAt(), who -> ledger.raise(who, story.register(), story.subject(), key(story, 0)));
        matters.put(story.number(), done(answer, story, "raise").matter().id());
    }

    /// @param home the number of the story, or of the one it joins: what happens in one home happens in its order
    private record Cue(Story story, int home, int number, Step step) {}

    private static List<Cue> cues(List<Story> stories) {
        var cues = new ArrayList<Cue>();
        for (var story : stories) {
            int home = story.steps().stream().filter(Step.Joins.class::isInstance).map(step -> ((Step.Joins) step).story()).findFirst()
                    .orElse(story.number());
            for (int i = 0; i < story.steps().size(); i++) {
                cues.add(new Cue(story, home, i + 1, story.steps().get(i)));
            }
        }
        cues.sort(Comparator.comparing(cue -> cue.step().at()));
        return cues;
    }

    private void step(Cue cue) {
        var step = cue.step();
        var answer = company.as(step.who(), step.at(), who ->
                ledger.act(who, matters.get(cue.story().number()), act(who, step), key(cue.story(), cue.number()), null));
        done(answer, cue.story(), step.toString());
    }

    private Act act(SignedIn who, Step step) {
        return switch (step) {
            case Step.Does(_, _, var act) -> act;
            case Step.Reports(_, var code, var text, var percents, var shots) -> {
                var numbered = new HashMap<Integer, Integer>();
                for (int i = 0; i < percents.size(); i++) {
                    numbered.put(i + 1, percents.get(i));
                }
                yield new Act.ReportProgress(text, numbered, kept(who, code, shots));
            }
            case Step.Proves(_, var code, var measures, var shots, var note) -> new Act.AttachEvidence(measures, kept(who, code, shots), note);
            case Step.Joins(_, _, var other, var reason) -> new Act.Merge(matters.get(other), reason);
        };
    }

    private List<Evidence.File> kept(SignedIn who, String code, List<Shot> shots) {
        return shots.stream().map(shot -> {
            var file = files.computeIfAbsent(new Kept(code, shot.unnamed()), _ -> keep(who, shot));
            return new Evidence.File(file.sha256(), shot.name(), file.mediaType(), file.size());
        }).toList();
    }

    private Evidence.File keep(SignedIn who, Shot shot) {
        var bytes = shot.isNote() ? shot.text().getBytes(StandardCharsets.UTF_8) : Picture.of(shot);
        try {
            var file = library.keep(who.tenant(), who.person(), shot.name(), new ByteArrayInputStream(bytes));
            return new Evidence.File(file.sha256(), file.name(), file.mediaType(), file.size());
        } catch (FileRefused e) {
            throw new IllegalStateException(shot.name(), e);
        }
    }

    private static Answer.Done done(Answer answer, Story story, String what) {
        return switch (answer) {
            case Answer.Done done -> done;
            case Answer.Refused(var why, _) -> throw new IllegalStateException(
                    "The town's story " + story.number() + " (" + story.register() + ", " + story.subject().title() + ") was refused: " + why + " at " + what);
        };
    }

    private UUID key(Story story, int step) {
        return UUID.nameUUIDFromBytes((cast.tenant().value() + "/" + story.number() + "/" + step).getBytes(StandardCharsets.US_ASCII));
    }
}
