package org.mingbai.supervision.burden;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Whether two subjects ask for the same: by the pairs of letters they share, because Chinese has no blanks between words. What changes from
/// one asking to the next (years, numbers, the words of asking) does not count.
public final class Likeness {

    private static final double ENOUGH = 0.6;
    private static final String ASKING = "请|及时|尽快|再次|关于|报送|上报|填报|报告|情况|的|各|表|[0-9〇一二三四五六七八九十]+(年|月|日|季度|号)?|上半年|下半年|本周|本月";

    private Likeness() {}

    /// Measured against the shorter of the two: a longer wording of the same is the same.
    public static boolean of(String one, String other) {
        var a = pairs(one);
        var b = pairs(other);
        if (a.isEmpty() || b.isEmpty()) {
            return plain(one).equals(plain(other)) && !plain(one).isEmpty();
        }
        var shared = new HashSet<>(a);
        shared.retainAll(b);
        return shared.size() >= ENOUGH * Math.min(a.size(), b.size());
    }

    private static Set<String> pairs(String subject) {
        var plain = plain(subject).codePoints().toArray();
        var pairs = new HashSet<String>();
        for (int at = 0; at + 1 < plain.length; at++) {
            pairs.add(new String(plain, at, 2));
        }
        return pairs;
    }

    private static String plain(String subject) {
        return Normalizer.normalize(subject, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll(ASKING, "").replaceAll("[^\\p{L}]", "");
    }
}
