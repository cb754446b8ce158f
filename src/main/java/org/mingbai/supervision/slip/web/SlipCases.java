package org.mingbai.supervision.slip.web;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.mingbai.shell.api.Cases;
import org.mingbai.supervision.slip.SlipAct;
import org.springframework.stereotype.Component;

/// Each act on a slip by its noun, with the body it takes.
@Component
class SlipCases implements Cases {

    @Override
    public String variable() {
        return "slipAct";
    }

    @Override
    public Map<String, Class<?>> bodies() {
        var bodies = new TreeMap<String, Class<?>>();
        Arrays.stream(SlipAct.Kind.values()).filter(it -> it != SlipAct.Kind.UPGRADE).forEach(it -> bodies.put(it.noun(), SlipJson.bodyOf(it)));
        return bodies;
    }
}
