package org.mingbai.shell.watch;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Counts answers by their status and adds up how long they took. Of who asked for what it remembers nothing.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswersGiven extends OncePerRequestFilter implements Measured {

    private static final double NANOS = 1e9;
    private static final int BROKEN = 500;

    private final Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();
    private final LongAdder nanos = new LongAdder();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var began = System.nanoTime();
        int status = BROKEN;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            nanos.add(System.nanoTime() - began);
            byStatus.computeIfAbsent(status, any -> new LongAdder()).increment();
        }
    }

    @Override
    public List<Measure> measures() {
        var measures = new ArrayList<Measure>();
        byStatus.forEach((status, count) -> measures.add(
                new Measure("mingbai_http_requests_total{status=\"" + status + "\"}", "Answers given since the start, by status", count.sum())));
        measures.add(new Measure("mingbai_http_requests_seconds_total", "Time all answers took together", nanos.sum() / NANOS));
        return measures;
    }
}
