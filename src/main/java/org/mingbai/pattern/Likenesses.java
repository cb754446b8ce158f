package org.mingbai.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterChanged;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MattersTakenOver;
import org.mingbai.ledger.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds, while something is being written down, the matters it may be a copy of or of one subject with. What matters say is taken into the index a
/// moment after they have said it.
@Component
public class Likenesses {

    private static final int BATCH = 2_000;
    private static final int LOOKED_AT = 20;
    private static final double SUBJECT_FROM = 0.35;

    private final LikenessTable table;

    Likenesses(LikenessTable table) {
        this.table = table;
    }

    /// Near copies first, then by how much is the same.
    /// @param title may still be in the writing
    /// @param place where it is; may be empty
    public List<Likeness> of(TenantId tenant, String title, String body, String place, int limit) {
        var sketch = Marks.sketch(title, body);
        var subject = Marks.ofSubject(title, place);
        var copyMarks = Arrays.stream(Marks.foundBy(sketch)).boxed().toList();
        var asked = Stream.of(copyMarks, subject.keySet(), List.of(Marks.ALL)).flatMap(Collection::stream).toList();
        var postings = table.postings(tenant, asked);
        var copies = copies(tenant, sketch, copyMarks, postings);
        var known = copies.stream().map(Likeness::matter).collect(Collectors.toSet());
        var subjects = subjects(subject, postings).stream().filter(it -> !known.contains(it.matter()));
        var words = new HashMap<MatterId, List<String>>();
        postings.forEach((mark, posting) -> {
            if (subject.containsKey(mark)) {
                posting.newest().forEach(matter -> words.computeIfAbsent(new MatterId(matter), _ -> new ArrayList<>()).add(subject.getOrDefault(mark, "")));
            }
        });
        return Stream.concat(copies.stream(), subjects).limit(limit)
                .map(it -> new Likeness(it.matter(), it.kind(), it.share(), joined(words.getOrDefault(it.matter(), List.of()), place + " " + title)))
                .toList();
    }

    private List<Likeness> copies(TenantId tenant, long[] sketch, List<Long> marks, Map<Long, LikenessTable.Posting> postings) {
        var shared = new HashMap<Long, Integer>();
        for (var mark : marks) {
            Optional.ofNullable(postings.get(mark)).ifPresent(it -> Set.copyOf(it.newest()).forEach(matter -> shared.merge(matter, 1, Integer::sum)));
        }
        var likely = shared.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed().thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed()))
                .limit(LOOKED_AT).map(it -> new MatterId(it.getKey())).toList();
        return table.sketches(tenant, likely).entrySet().stream()
                .map(it -> new Likeness(it.getKey(), Likeness.Kind.COPY, Marks.likeness(sketch, it.getValue()), List.of()))
                .filter(it -> it.share() >= Shingles.COPY_FROM)
                .sorted(Comparator.comparingDouble((Likeness it) -> -it.share()).thenComparing(it -> -it.matter().value()))
                .toList();
    }

    /// What few say weighs most. What nobody said yet belongs to the whole that has to be shared: a title new in most of its parts is like no other.
    private static List<Likeness> subjects(Map<Long, String> marks, Map<Long, LikenessTable.Posting> postings) {
        double all = Optional.ofNullable(postings.get(Marks.ALL)).map(LikenessTable.Posting::seen).orElse(1L);
        var shares = new HashMap<Long, Double>();
        double whole = 0;
        for (var mark : marks.keySet()) {
            var posting = Optional.ofNullable(postings.get(mark));
            double weight = Math.log(1 + all / posting.map(LikenessTable.Posting::seen).orElse(1L));
            whole += weight;
            posting.ifPresent(it -> Set.copyOf(it.newest()).forEach(matter -> shares.merge(matter, weight, Double::sum)));
        }
        double total = Math.max(whole, 1e-9);
        return shares.entrySet().stream()
                .map(it -> new Likeness(new MatterId(it.getKey()), Likeness.Kind.SUBJECT, it.getValue() / total, List.of()))
                .filter(it -> it.share() >= SUBJECT_FROM)
                .sorted(Comparator.comparingDouble((Likeness it) -> -it.share()).thenComparing(it -> -it.matter().value()))
                .toList();
    }

    /// Shared letters that overlap in the text are one word.
    private static List<String> joined(List<String> grams, String text) {
        var letters = Letters.spaced(text);
        var marked = new boolean[letters.length()];
        for (var gram : new HashSet<>(grams)) {
            for (int at = letters.indexOf(gram); at >= 0; at = letters.indexOf(gram, at + 1)) {
                Arrays.fill(marked, at, at + gram.length(), true);
            }
        }
        var words = new StringBuilder();
        for (int at = 0; at < marked.length; at++) {
            words.append(marked[at] ? letters.charAt(at) : ' ');
        }
        return Stream.of(words.toString().strip().split("\\s+")).filter(it -> !it.isEmpty()).distinct().toList();
    }

    @EventListener
    void note(MatterChanged changed) {
        var before = changed.before();
        if (before == null || !before.subject().equals(changed.now().subject())) {
            table.await(List.of(waiting(changed.tenant(), changed.now())));
        }
    }

    @EventListener
    void note(MattersTakenOver taken) {
        table.await(taken.matters().stream().map(matter -> waiting(taken.tenant(), matter)).toList());
    }

    private static LikenessTable.Waiting waiting(TenantId tenant, Matter matter) {
        Subject said = matter.subject();
        return new LikenessTable.Waiting(tenant, matter.id(), said.title(), said.text(), said.place() == null ? "" : said.place());
    }

    /// How many matters were taken into the index: 0 when none waits.
    @Transactional
    public int catchUp() {
        var waiting = table.taken(BATCH);
        waiting.stream().collect(Collectors.groupingBy(it -> it.tenant().value(), TreeMap::new, Collectors.toList()))
                .forEach((tenant, those) -> table.add(new TenantId(tenant), latest(those)));
        return waiting.size();
    }

    /// Who was corrected twice in a moment counts once.
    private static List<LikenessTable.Traced> latest(List<LikenessTable.Waiting> waiting) {
        var latest = new TreeMap<Long, LikenessTable.Traced>();
        waiting.forEach(it -> latest.put(it.matter().value(), traced(it)));
        return List.copyOf(latest.values());
    }

    private static LikenessTable.Traced traced(LikenessTable.Waiting said) {
        var sketch = Marks.sketch(said.title(), said.body());
        var marks = new HashSet<>(Marks.ofSubject(said.title(), said.place()).keySet());
        for (var run : Marks.foundBy(sketch)) {
            marks.add(run);
        }
        marks.add(Marks.ALL);
        return new LikenessTable.Traced(said.matter(), sketch, marks);
    }
}
