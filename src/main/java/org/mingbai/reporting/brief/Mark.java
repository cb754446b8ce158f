package org.mingbai.reporting.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a figure stands in what people write: 【办结数】, 【办结数·上期】, 【办结数·热线工单】, 【办结数·按单位】, 【办结数·按单位·图】.
/// @param from where it begins in its line, @param to the place after its end
record Mark(int from, int to, String name, List<String> more) {

    private static final Pattern WRITTEN = Pattern.compile("【([^【】\\n]{1,120})】");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[·•・]\\s*");

    static List<Mark> in(String line) {
        var all = new ArrayList<Mark>();
        var found = WRITTEN.matcher(line);
        while (found.find()) {
            var parts = Stream.of(BETWEEN.split(found.group(1).strip())).filter(part -> !part.isEmpty()).toList();
            if (!parts.isEmpty()) {
                all.add(new Mark(found.start(), found.end(), parts.getFirst(), parts.subList(1, parts.size())));
            }
        }
        return all;
    }
}
