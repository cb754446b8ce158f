package org.mingbai.ledger.web;

import java.util.Map;
import java.util.TreeMap;
import org.mingbai.ledger.ActKind;
import org.mingbai.shell.api.Cases;
import org.springframework.stereotype.Component;

/// Each act by its noun, with the body it takes.
@Component
class ActCases implements Cases {

    @Override
    public String variable() {
        return "noun";
    }

    @Override
    public Map<String, Class<?>> bodies() {
        var bodies = new TreeMap<String, Class<?>>();
        for (var kind : ActKind.values()) {
            bodies.put(ActNoun.of(kind), ActJson.typeOf(kind));
        }
        return bodies;
    }
}
