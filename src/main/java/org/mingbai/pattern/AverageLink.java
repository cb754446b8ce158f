package org.mingbai.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Joins the two groups whose members have most to do with each other on average, again and again, until none reach the likeness asked for. The average
/// keeps a chain of chance likenesses from swallowing the town, as the nearest pair would; the farthest pair would part what is told in two ways.
final class AverageLink {

    private final Affinity affinity;
    private final int[] sizes;
    private final int[] nearest;
    private final List<List<Integer>> groups = new ArrayList<>();

    private AverageLink(Affinity affinity) {
        this.affinity = affinity;
        this.sizes = new int[affinity.size()];
        this.nearest = new int[affinity.size()];
        Arrays.fill(sizes, 1);
        for (int at = 0; at < sizes.length; at++) {
            groups.add(new ArrayList<>(List.of(at)));
        }
        for (int at = 0; at < sizes.length; at++) {
            nearest[at] = nearest(at);
        }
    }

    static List<List<Integer>> groups(Affinity affinity, double from) {
        var link = new AverageLink(affinity);
        for (int next = link.closest(from); next >= 0; next = link.closest(from)) {
            link.join(next, link.nearest[next]);
        }
        return link.groups.stream().filter(it -> it.size() > 1).map(it -> it.stream().sorted().toList()).toList();
    }

    private int closest(double from) {
        int closest = -1;
        double most = from;
        for (int at = 0; at < sizes.length; at++) {
            if (sizes[at] > 0 && nearest[at] >= 0 && affinity.get(at, nearest[at]) > most) {
                most = affinity.get(at, nearest[at]);
                closest = at;
            }
        }
        return closest;
    }

    private void join(int kept, int gone) {
        for (int at = 0; at < sizes.length; at++) {
            if (sizes[at] > 0 && at != kept && at != gone) {
                affinity.set(at, kept, (affinity.get(at, kept) * sizes[kept] + affinity.get(at, gone) * sizes[gone]) / (sizes[kept] + sizes[gone]));
            }
        }
        groups.get(kept).addAll(groups.get(gone));
        groups.get(gone).clear();
        sizes[kept] += sizes[gone];
        sizes[gone] = 0;
        nearest[kept] = nearest(kept);
        for (int at = 0; at < sizes.length; at++) {
            if (sizes[at] > 0 && at != kept && (nearest[at] == kept || nearest[at] == gone)) {
                nearest[at] = nearest(at);
            } else if (sizes[at] > 0 && at != kept && nearest[at] >= 0 && affinity.get(at, kept) > affinity.get(at, nearest[at])) {
                nearest[at] = kept;
            }
        }
    }

    /// -1 when it has nothing to do with anybody.
    private int nearest(int of) {
        int nearest = -1;
        float most = 0;
        for (int at = 0; at < sizes.length; at++) {
            if (at != of && sizes[at] > 0 && affinity.get(of, at) > most) {
                most = affinity.get(of, at);
                nearest = at;
            }
        }
        return nearest;
    }
}
