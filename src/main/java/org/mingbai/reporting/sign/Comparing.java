package org.mingbai.reporting.sign;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sets each claim beside those that came before it. Who came first copied nobody, so only what follows is marked; what belongs to one matter, or to
/// two that share a measure, is no copy.
final class Comparing {

    private static final double WORDS_FROM = 0.7;
    private static final int PICTURES_MAX = 40;
    /// Of what is very common only the latest so many are held ready: one that is like is enough.
    private static final int HELD_MAX = 50;

    private final Map<String, PictureReading.Seen> pictures;
    private final Map<Object, Deque<Trace>> held = new HashMap<>();
    private final Map<String, Trace> firstWith = new HashMap<>();
    private final List<SignCase> cases = new ArrayList<>();

    private record Word(long run) {}

    private record Measure(long mark) {}

    private record Part(int part) {}

    private Comparing(Map<String, PictureReading.Seen> pictures) {
        this.pictures = pictures;
    }

    static List<SignCase> of(Collection<Trace> traces, Map<String, PictureReading.Seen> pictures) {
        var comparing = new Comparing(pictures);
        traces.stream().sorted(Comparator.comparing(Trace::claimedOn).thenComparing(trace -> trace.matter().value()).thenComparing(Trace::round))
                .forEach(comparing::compare);
        return comparing.cases;
    }

    private void compare(Trace trace) {
        words(trace);
        measures(trace);
        if (!trace.pictures().isEmpty()) {
            var shown = trace.pictures().stream().limit(PICTURES_MAX).toList();
            pictures(trace, shown);
            old(trace, shown);
            shown.forEach(digest -> firstWith.putIfAbsent(digest, trace));
        }
    }

    private static boolean apart(Trace one, Trace other) {
        return Collections.disjoint(one.shares(), other.shares());
    }

    private void words(Trace trace) {
        if (trace.done().runs().isEmpty()) {
            return;
        }
        var marks = trace.done().foundBy().mapToObj(Word::new).toList();
        add(SignKind.SAME_WORDS, trace, earlier(marks, trace, other -> other.done().likeness(trace.done()) >= WORDS_FROM));
        marks.forEach(mark -> hold(mark, trace));
    }

    private void measures(Trace trace) {
        if (trace.measures().isEmpty() || trace.category() == null) {
            return;
        }
        var copied = trace.measures().stream().map(mark -> earlier(List.of(new Measure(mark)), trace, other -> !trace.category().equals(other.category())))
                .filter(Objects::nonNull).toList();
        add(SignKind.SAME_MEASURES, trace, copied.size() * 2 >= trace.measures().size() && !copied.isEmpty() ? copied.getFirst() : null);
        trace.measures().forEach(mark -> hold(new Measure(mark), trace));
    }

    private void pictures(Trace trace, List<String> shown) {
        Trace like = null;
        for (var digest : shown) {
            var look = pictures.getOrDefault(digest, new PictureReading.Seen(null, null)).look();
            like = like != null ? like : earlier(List.of(digest), trace, _ -> true);
            like = like != null || look == null ? like : earlier(parts(look), trace, other -> shows(other, look));
        }
        add(SignKind.SAME_PICTURE, trace, like);
        for (var digest : shown) {
            hold(digest, trace);
            var look = pictures.getOrDefault(digest, new PictureReading.Seen(null, null)).look();
            if (look != null) {
                parts(look).forEach(part -> hold(part, trace));
            }
        }
    }

    private boolean shows(Trace other, Look look) {
        return other.pictures().stream().map(pictures::get).filter(Objects::nonNull).map(PictureReading.Seen::look).filter(Objects::nonNull)
                .anyMatch(look::near);
    }

    private static List<Part> parts(Look look) {
        return IntStream.range(0, Look.PARTS).mapToObj(which -> new Part(look.part(which))).toList();
    }

    /// By its camera, or as it proved another matter before this problem was raised.
    private void old(Trace trace, List<String> shown) {
        LocalDate day = null;
        Trace before = null;
        for (var digest : shown) {
            var taken = pictures.getOrDefault(digest, new PictureReading.Seen(null, null)).takenOn();
            var first = firstWith.get(digest);
            if (taken != null && taken.isBefore(trace.raisedOn())) {
                day = taken;
            } else if (day == null && first != null && apart(first, trace) && first.claimedOn().isBefore(trace.raisedOn())) {
                day = first.claimedOn();
                before = first;
            }
        }
        cases.add(SignCase.found(SignKind.OLD_EVIDENCE, trace, day != null, before == null ? null : before.matter(), day));
    }

    private void add(SignKind kind, Trace trace, @Nullable Trace like) {
        cases.add(SignCase.found(kind, trace, like != null, like == null ? null : like.matter(), like == null ? null : like.claimedOn()));
    }

    /// One of those held under one of these that is like.
    private @Nullable Trace earlier(List<?> keys, Trace trace, Predicate<Trace> like) {
        var looked = new HashSet<Trace>();
        return keys.stream().flatMap(key -> held.getOrDefault(key, new ArrayDeque<>()).stream()).filter(other -> apart(other, trace)).filter(looked::add)
                .filter(like).findFirst().orElse(null);
    }

    private void hold(Object key, Trace trace) {
        var ready = held.computeIfAbsent(key, _ -> new ArrayDeque<>(2));
        ready.addFirst(trace);
        if (ready.size() > HELD_MAX) {
            ready.removeLast();
        }
    }
}
