package org.mingbai;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;

/// Runs the product until it is told to stop.
final class Serve implements Verb {

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String form() {
        return "[--port 8080] [--data DIR] [--sample] [--mingbai.SETTING=VALUE ...]";
    }

    @Override
    public String chinese() {
        return "启动网页服务（不写命令时就是它）；--sample 带一座示例城镇";
    }

    @Override
    public String english() {
        return "serve the pages (what happens when no verb is given); --sample brings a sample town";
    }

    @Override
    public int run(List<String> words, Terminal terminal) {
        var asked = Arguments.read(words, Set.of("--sample"), Set.of("--port", "--data")).alone(name());
        try {
            var product = Product.serve(settings(asked));
            var address = "http://localhost:" + product.getEnvironment().getProperty("local.server.port");
            terminal.say("明白账已就绪：" + address + "（按 Ctrl-C 停止）", "Mingbai is ready: " + address + " (Ctrl-C stops it)");
            SampleList.tell(product, terminal);
            return 0;
        } catch (RuntimeException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof PortInUseException taken) {
                terminal.complain("端口 " + taken.getPort() + " 已被占用，请用 --port 换一个。",
                        "Port " + taken.getPort() + " is in use. Choose another with --port.");
                return 1;
            }
            throw e;
        }
    }

    private static List<String> settings(Arguments asked) {
        var settings = new ArrayList<>(asked.product());
        asked.value("--port").ifPresent(port -> settings.add("--server.port=" + number(port)));
        if (asked.flags().contains("--sample")) {
            settings.add("--mingbai.sample=true");
        }
        return settings;
    }

    private static int number(String port) {
        if (port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65535) {
            return Integer.parseInt(port);
        }
        throw new Misuse("端口要是 0 到 65535 的数字，不是：" + port, "A port is a number from 0 to 65535, not: " + port);
    }
}
