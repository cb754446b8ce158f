package org.mingbai.directory.web;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A browser in two words, as far as it says so itself. Nothing of what it sends is shown, only what is known here.
/// @param name empty where it is none we know, as is `system`
record Browser(String name, String system) {

    /// The first that fits: most say to be each other too.
    private static final String[][] NAMES = {{"MicroMessenger", "微信"}, {"DingTalk", "钉钉"}, {"wxwork", "企业微信"}, {"Edg", "Edge"}, {"QQBrowser", "QQ"},
        {"360SE", "360"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}};
    private static final String[][] SYSTEMS = {{"OpenHarmony", "HarmonyOS"}, {"HarmonyOS", "HarmonyOS"}, {"Android", "Android"}, {"iPhone", "iPhone"},
        {"iPad", "iPad"}, {"Windows", "Windows"}, {"Mac OS X", "macOS"}, {"UOS", "UOS"}, {"Kylin", "Kylin"}, {"Linux", "Linux"}};

    static Browser of(@Nullable String agent) {
        var said = agent == null ? "" : agent;
        return new Browser(first(NAMES, said), first(SYSTEMS, said));
    }

    /// Empty where neither is known.
    String words() {
        return String.join(" · ", Stream.of(name, system).filter(it -> !it.isEmpty()).toList());
    }

    private static String first(String[][] known, String said) {
        return Stream.of(known).filter(it -> said.contains(it[0])).map(it -> it[1]).findFirst().orElse("");
    }
}
