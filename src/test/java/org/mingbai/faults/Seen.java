package org.mingbai.faults;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What people saw: each answer's status, how long the slowest took, and every page of a fault that is not clear.
///
/// A page of a fault is clear when it is a page of the product in the reader's language that says what happened, why and what now, and shows
/// nothing of how the program looks inside. Its status is 503 and it says when to come again: a fault of the database is foreseen.
final class Seen {

    static final String CUT = "no connection";
    static final String HUNG = "no answer";

    private static final int FAULT = 500;
    private static final int UNAVAILABLE = 503;
    private static final Pattern PAGE = Pattern.compile("(?s).*<html[^>]* lang=\"zh.*<h1[^>]*>.*[\\u4e00-\\u9fff].*</html>\\s*");
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat (java|org|com|jakarta)\\.|Exception|Whitelabel|<hr class=\"line\"|SQLState|PSQL|select .* from ");
    private static final int KEPT_MAX = 5;

    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final Queue<String> ugly = new ConcurrentLinkedQueue<>();
    private final AtomicLong slowestNanos = new AtomicLong();

    /// Nothing when the line was cut or nobody answered.
    Optional<HttpResponse<String>> of(Supplier<HttpResponse<String>> asked) {
        long began = System.nanoTime();
        try {
            var answer = asked.get();
            note(answer);
            slowestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
            return Optional.of(answer);
        } catch (UncheckedIOException e) {
            count(e.getCause() instanceof HttpTimeoutException ? HUNG : CUT);
            return Optional.empty();
        }
    }

    private void note(HttpResponse<String> answer) {
        int status = answer.statusCode();
        count(Integer.toString(status));
        if (status >= FAULT && !(isClear(answer.body()) && isTold(status, answer.headers().firstValue("Retry-After")))) {
            if (ugly.size() < KEPT_MAX) {
                ugly.add(status + ": " + answer.body());
            }
            count("unclear");
        }
    }

    static boolean isClear(String page) {
        return PAGE.matcher(page).matches() && !INSIDE.matcher(page).find();
    }

    static boolean isTold(int status, Optional<String> retryAfter) {
        return status == UNAVAILABLE && retryAfter.isPresent();
    }

    private void count(String what) {
        answers.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
    }

    int number(String what) {
        return Optional.ofNullable(answers.get(what)).map(AtomicInteger::get).orElse(0);
    }

    int unclear() {
        return number("unclear");
    }

    Queue<String> ugly() {
        return ugly;
    }

    double slowestSeconds() {
        return slowestNanos.get() / 1e9;
    }

    Map<String, Integer> all() {
        return answers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().get(), Integer::sum, TreeMap::new));
    }

    String told() {
        return all().toString();
    }
}
