package org.mingbai.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mingbai.intake.sheet.LedgerReading;
import org.mingbai.intake.sheet.ReadMatter;
import org.mingbai.ledger.TakingOver;

/// Reads a ledger in a thread of its own, a few batches ahead of whoever takes them over: while the database writes one, the next is read.
final class ReadAhead implements AutoCloseable {

    private static final int BATCH = 2_000;
    private static final int BATCHES_AHEAD = 3;

    /// Rows as they were read, each with what the ledger would take over of it. The last one is empty.
    record Batch(List<ReadMatter> reads, List<TakingOver.Row> rows) {}

    private final LedgerReading reading;
    private final Function<ReadMatter, TakingOver.Row> meaning;
    private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final FutureTask<LedgerReading.Outcome> outcome = new FutureTask<>(this::read);
    private final Thread reader = Thread.ofPlatform().name("reading ahead").daemon().unstarted(outcome);

    ReadAhead(LedgerReading reading, Function<ReadMatter, TakingOver.Row> meaning) {
        this.reading = reading;
        this.meaning = meaning;
    }

    /// Hands over batch after batch, in the order of the file, and tells how the reading ended.
    LedgerReading.Outcome each(Consumer<Batch> taker) {
        reader.start();
        try {
            for (var batch = ready.take(); !batch.reads.isEmpty(); batch = ready.take()) {
                taker.accept(batch);
            }
            return outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The ledger could not be read on", e.getCause());
        }
    }

    private LedgerReading.Outcome read() throws InterruptedException {
        var reads = new ArrayList<ReadMatter>();
        try {
            var ended = reading.forEach(read -> {
                reads.add(read);
                if (reads.size() == BATCH) {
                    hand(reads);
                }
            });
            if (!reads.isEmpty()) {
                hand(reads);
            }
            return ended;
        } finally {
            ready.put(new Batch(List.of(), List.of()));
        }
    }

    private void hand(List<ReadMatter> reads) {
        try {
            ready.put(new Batch(List.copyOf(reads), reads.stream().map(meaning).toList()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        reads.clear();
    }

    /// Nobody takes any more: what was read ahead is dropped.
    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reading.close();
    }
}
