package org.mingbai.library.text;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mingbai.library.FileText;
import org.mingbai.library.FileText.Why;

/// The process that reads files: a path comes in, what the file says goes out, until nothing comes any more. It knows no database and no setting.
public final class TextProcess {

    private static final int TOO_LONG = 4;
    private static final int START = 4096;
    /// What it has said after so many seconds of a processor is what it says; a reader that does not listen is ended later.
    private static final long ENOUGH = 20;
    private static final long SECONDS_MAX = 60;
    /// By the clock, which counts also while others have the processor.
    private static final long WAITED_MAX = 240;

    private record Reading(Gathered into, Duration worked, long since) {}

    private static volatile @Nullable Reading reading;

    private TextProcess() {}

    /// Where memory is short, the system ends this process before the one it works for.
    private static void goFirst() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
        } catch (IOException | SecurityException elsewhere) {
            // Not on this system, or not allowed: then it chooses by itself.
        }
    }

    /// Whatever a library prints goes nowhere: what is printed is the answer.
    public static void main(String[] args) throws IOException {
        var in = new DataInputStream(System.in);
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        Thread.ofPlatform().daemon().start(TextProcess::endWhatTakesTooLong);
        goFirst();
        out.writeUTF("ready");
        out.flush();
        try {
            while (true) {
                var file = Path.of(in.readUTF());
                var into = new Gathered(FileText.CHARACTERS_MAX);
                reading = new Reading(into, worked(), System.nanoTime());
                var said = said(file, into);
                reading = null;
                answer(said, out);
            }
        } catch (EOFException nothingComesAnyMore) {
            Runtime.getRuntime().halt(0);
        }
    }

    /// Also where whoever asked is gone and ends nothing any more.
    private static void endWhatTakesTooLong() {
        try {
            while (true) {
                Thread.sleep(200);
                var now = reading;
                if (now != null) {
                    long seconds = worked().minus(now.worked).toSeconds();
                    if (seconds >= ENOUGH) {
                        now.into.enough();
                    }
                    if (seconds >= SECONDS_MAX || TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - now.since) >= WAITED_MAX) {
                        Runtime.getRuntime().halt(TOO_LONG);
                    }
                }
            }
        } catch (InterruptedException nobodyDoes) {
            Runtime.getRuntime().halt(TOO_LONG);
        }
    }

    /// Of the processor, by this process; of the clock where that is not known.
    private static Duration worked() {
        return ProcessHandle.current().info().totalCpuDuration().orElseGet(() -> Duration.ofNanos(System.nanoTime()));
    }

    private static void answer(FileText said, DataOutputStream out) throws IOException {
        var text = said.text().getBytes(StandardCharsets.UTF_8);
        out.writeUTF(said.why() == null ? "" : said.why().name());
        out.writeInt(text.length);
        out.write(text);
        out.flush();
    }

    /// Readers of broken files throw what they like; whatever they had said until then is kept.
    private static FileText said(Path file, Gathered into) {
        var why = Why.NO_LETTERS;
        try {
            read(file, into);
        } catch (Unreadable e) {
            why = e.why();
        } catch (Gathered.Full | Office.TooLong enough) {
            why = Why.TOO_MUCH;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            why = Files.exists(file) ? Why.BROKEN : Why.GONE;
        }
        var text = into.text();
        return text.isBlank() ? FileText.none(why) : FileText.of(text);
    }

    private static void read(Path file, Gathered into) throws IOException, Unreadable {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(START);
        }
        if (begins(start, "%PDF")) {
            Pdf.read(file, into);
        } else if (begins(start, "PK\3\4")) {
            Office.read(file, into);
        } else {
            try (var in = Files.newInputStream(file)) {
                PlainText.read(in.readNBytes(PlainText.bytesFor(FileText.CHARACTERS_MAX)), into);
            }
        }
    }

    private static boolean begins(byte[] start, String with) {
        return new String(start, StandardCharsets.ISO_8859_1).startsWith(with);
    }
}
