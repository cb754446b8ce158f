package org.mingbai.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a leaf stands for, in the hands of whoever may know it: with it they show to others what was sealed, and whether the ledger still says so.
/// @param entry its row, in the one form that is hashed
/// @param salt what is hashed with it
public record Opening(String entry, byte[] salt) {

    /// @param was as it was sealed, @param is as it stands elsewhere; nothing where there is no such field
    public record Difference(String field, @Nullable String was, @Nullable String is) {}

    /// Whether the leaf stands for this entry. Salt and entry are hashed one behind the other: only a salt of its one length, and an entry in its one
    /// form, keep bytes from being moved from one into the other and something else from being shown as what was sealed.
    public boolean opens(TreeHash hash, byte[] leaf) {
        return salt.length == SealedEntry.SALT_BYTES && Arrays.equals(SealedEntry.sealed(hash, salt, entry.getBytes(StandardCharsets.UTF_8)), leaf)
                && Canonical.is(entry);
    }

    /// Every field with what it says, those within others with a dot between.
    public Map<String, String> fields() {
        var fields = new TreeMap<String, String>();
        try {
            put(fields, "", Canonical.read(entry));
        } catch (JacksonException none) {
            fields.put("entry", entry);
        }
        return fields;
    }

    /// What does not agree with the other, in the order of the names.
    public List<Difference> differences(Opening other) {
        var was = fields();
        var is = other.fields();
        var names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        var found = new ArrayList<Difference>();
        for (var name : names) {
            if (!Objects.equals(was.get(name), is.get(name))) {
                found.add(new Difference(name, was.get(name), is.get(name)));
            }
        }
        return found;
    }

    private static void put(Map<String, String> fields, String name, JsonNode node) {
        var inside = name.isEmpty() ? "" : name + ".";
        if (node.isObject()) {
            node.properties().forEach(field -> put(fields, inside + field.getKey(), field.getValue()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                put(fields, inside + i, node.get(i));
            }
        } else {
            fields.put(name, node.asString(""));
        }
    }
}
