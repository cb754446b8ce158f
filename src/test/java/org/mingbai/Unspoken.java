package org.mingbai;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mingbai.directory.Bureau;

/// What no line of the log may say, whichever test brings it about. Every event of this process is looked at, its exceptions too, and also where a test
/// provokes the fault; the test in which a secret was said fails.
public final class Unspoken {

    /// Secrets that are known by their form: codes of receipts, secrets of authenticator apps, and keys of programs as they are sent.
    private static final List<Pattern> FORMS = List.of(Pattern.compile("\\b(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}\\b"),
            Pattern.compile("\\b(?:[A-Z2-7]{4} ?){7}[A-Z2-7]{4}\\b"), Pattern.compile("api_key=[^\\s&]"));

    private static final Set<String> PLANTED = ConcurrentHashMap.newKeySet();
    private static final Queue<String> SAID = new ConcurrentLinkedQueue<>();

    static {
        plant(Bureau.PASSWORD);
    }

    private Unspoken() {}

    /// From now on no line may have this in it.
    /// @return the secret
    public static String plant(String secret) {
        PLANTED.add(secret);
        return secret;
    }

    /// The lines that said one since this was asked last.
    static List<String> taken() {
        var taken = new ArrayList<String>();
        for (var line = SAID.poll(); line != null; line = SAID.poll()) {
            taken.add(line);
        }
        return taken;
    }

    private static boolean isIn(String text) {
        return PLANTED.stream().anyMatch(text::contains) || FORMS.stream().anyMatch(form -> form.matcher(text).find());
    }

    /// Hears what is logged.
    public static final class Watch extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            var told = event.getThrowableProxy();
            var text = event.getFormattedMessage() + (told == null ? "" : "\n" + ThrowableProxyUtil.asString(told)) + event.getMDCPropertyMap()
                    + event.getKeyValuePairs();
            if (isIn(text)) {
                SAID.add(event.getLoggerName() + ": " + text);
            }
        }
    }

    /// Stands behind every test, without being asked for (`META-INF/services`).
    public static final class Check implements AfterEachCallback, AfterAllCallback {

        @Override
        public void afterEach(ExtensionContext context) {
            refuseWhatWasSaid();
        }

        @Override
        public void afterAll(ExtensionContext context) {
            refuseWhatWasSaid();
        }

        private static void refuseWhatWasSaid() {
            var said = taken();
            if (!said.isEmpty()) {
                throw new AssertionError("the log says a secret: " + String.join("\n", said));
            }
        }
    }
}
