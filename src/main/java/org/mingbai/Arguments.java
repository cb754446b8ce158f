package org.mingbai;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words after a verb, sorted: `--flag`, `--name value` or `--name=value`, settings of the product (`--mingbai.zone=UTC`,
/// known by the dot in their name), and the plain ones. A word nobody expects is refused, never passed over.
record Arguments(Set<String> flags, Map<String, String> values, List<String> settings, List<String> plain) {

    static Arguments read(List<String> words, Set<String> flags, Set<String> named) {
        var read = new Arguments(new HashSet<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        var left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            read.take(left.pop(), left, flags, named);
        }
        return read;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// The settings the product is started with, `--data` among them.
    List<String> product() {
        var all = new ArrayList<>(settings);
        value("--data").ifPresent(data -> all.add("--mingbai.data=" + data));
        return all;
    }

    String needed(String name) {
        return value(name).orElseThrow(() -> new Misuse("缺少 " + name + "。", name + " is missing."));
    }

    /// Nothing but options: a plain word would be one nobody reads.
    Arguments alone(String verb) {
        if (!plain.isEmpty()) {
            throw new Misuse(verb + " 不认识：" + plain.getFirst(), verb + " does not know: " + plain.getFirst());
        }
        return this;
    }

    private void take(String word, ArrayDeque<String> left, Set<String> known, Set<String> named) {
        if (!word.startsWith("--")) {
            plain.add(word);
            return;
        }
        var cut = word.indexOf('=');
        var name = cut < 0 ? word : word.substring(0, cut);
        if (name.contains(".") && cut > 0) {
            settings.add(word);
        } else if (cut < 0 && known.contains(name)) {
            flags.add(name);
        } else if (named.contains(name)) {
            if (values.put(name, cut < 0 ? next(name, left) : word.substring(cut + 1)) != null) {
                throw new Misuse("选项 " + name + " 给了两次。", "Option " + name + " is given twice.");
            }
        } else {
            throw new Misuse("不认识的选项：" + word, "Unknown option: " + word);
        }
    }

    private static String next(String name, ArrayDeque<String> left) {
        if (left.isEmpty() || left.peek().startsWith("--")) {
            throw new Misuse("选项 " + name + " 后面缺少值。", "Option " + name + " needs a value after it.");
        }
        return left.pop();
    }
}
