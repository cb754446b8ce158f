package org.mingbai.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds texts that are copies of each other but for a few words, exactly: every pair that could reach the likeness is looked at, no other is.
public final class NearCopies {

    private NearCopies() {}

    /// Groups of two and more, in the order of their first member; who copies a copy is of the group.
    public static List<List<Voice>> among(List<Voice> voices) {
        var runs = voices.stream().map(it -> Shingles.of(it.title(), it.body())).toArray(long[][]::new);
        var groups = new Groups(voices.size());
        join(runs, groups);
        return groups.ofTwoAndMore().stream().map(group -> group.stream().map(voices::get).toList()).toList();
    }

    /// Of two sets that share half of all, one of the rarest runs of each is shared: so only those are looked up (the prefix filter of Bayardo, Ma and
    /// Srikant, 2007).
    private static void join(long[][] runs, Groups groups) {
        var held = new HashMap<Long, Integer>();
        for (var text : runs) {
            for (var run : text) {
                held.merge(run, 1, Integer::sum);
            }
        }
        var rare = new HashMap<Long, List<Integer>>();
        for (int at = 0; at < runs.length; at++) {
            int length = runs[at].length;
            var byRarity = Arrays.stream(runs[at]).boxed()
                    .sorted((one, other) -> {
                        int order = Integer.compare(held.getOrDefault(one, 0), held.getOrDefault(other, 0));
                        return order == 0 ? Long.compare(one, other) : order;
                    })
                    .limit(length == 0 ? 0 : length - (int) Math.ceil(Shingles.COPY_FROM * length) + 1).toList();
            var seen = new HashSet<Integer>();
            for (var run : byRarity) {
                for (var other : rare.getOrDefault(run, List.of())) {
                    if (seen.add(other) && sizesFit(runs[at], runs[other]) && Shingles.likeness(runs[at], runs[other]) >= Shingles.COPY_FROM) {
                        groups.join(at, other);
                    }
                }
            }
            for (var run : byRarity) {
                if (held.getOrDefault(run, 0) > 1) {
                    rare.computeIfAbsent(run, _ -> new ArrayList<>()).add(at);
                }
            }
        }
    }

    private static boolean sizesFit(long[] one, long[] other) {
        return Math.min(one.length, other.length) >= Shingles.COPY_FROM * Math.max(one.length, other.length);
    }

    /// Who hangs together with whom.
    private static final class Groups {

        private final int[] parent;

        Groups(int size) {
            parent = new int[size];
            Arrays.setAll(parent, at -> at);
        }

        int head(int of) {
            int at = of;
            while (parent[at] != at) {
                parent[at] = parent[parent[at]];
                at = parent[at];
            }
            return at;
        }

        void join(int one, int other) {
            int first = Math.min(head(one), head(other));
            parent[Math.max(head(one), head(other))] = first;
        }

        List<List<Integer>> ofTwoAndMore() {
            Map<Integer, List<Integer>> members = new LinkedHashMap<>();
            for (int at = 0; at < parent.length; at++) {
                members.computeIfAbsent(head(at), _ -> new ArrayList<>()).add(at);
            }
            return members.values().stream().filter(it -> it.size() > 1).toList();
        }
    }
}
