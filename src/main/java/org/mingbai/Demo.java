package org.mingbai;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Founds the sample town without serving it.
final class Demo implements Verb {

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String form() {
        return "[--data data/sample]";
    }

    @Override
    public String chinese() {
        return "建一座带十四个月事项的示例城镇，并列出可用的登录名；已有账的数据目录不动";
    }

    @Override
    public String english() {
        return "found a sample town with fourteen months of matters and list its sign-ins; a directory that holds an account is left alone";
    }

    @Override
    public int run(List<String> words, Terminal terminal) {
        var asked = Arguments.read(words, Set.of(), Set.of("--data")).alone(name());
        var data = asked.value("--data").orElse("data/sample");
        var settings = new ArrayList<>(asked.settings());
        settings.add("--mingbai.data=" + data);
        settings.add("--mingbai.sample=true");
        try (var product = Product.begin(settings)) {
            var listed = SampleList.tell(product, terminal);
            terminal.say("打开它：mingbai serve --sample --data " + data, "To open it: mingbai serve --sample --data " + data);
            return listed ? 0 : 1;
        }
    }
}
