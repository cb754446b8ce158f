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
import java.util.concurrent.TimeUnit;
import org.mingbai.library.FileText;
import org.mingbai.library.FileText.Why;

/// The process that reads files: a path comes in, what the file says goes out, until nothing comes any more. It knows no database and no setting.
public final class TextProcess {

    private static final int TOO_LONG = 4;

    private static final long SECONDS_MAX = 60;
    private static final int START = 4096;

    /// When it began to read the file it reads now; 0 while it waits for one.
    private static volatile long since;

    private TextProcess() {}

    /// Whatever a library prints goes nowhere: what is printed is the answer.
    public static void main(String[] args) throws IOException {
        var in = new DataInputStream(System.in);
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        Thread.ofPlatform().daemon().start(TextProcess::endWhatTakesTooLong);
        out.writeUTF("ready");
        out.flush();
        try {
            while (true) {
                var file = Path.of(in.readUTF());
                since = System.nanoTime();
                var said = read(file);
                since = 0;
                answer(said, out);
            }
        } catch (EOFException nothingComesAnyMore) {
            Runtime.getRuntime().halt(0);
        }
    }

    /// Also where whoever asked is gone and ends nothing any more.
    private static void endWhatTakesTooLong() {
        for (long began = 0; began == 0 || TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) < SECONDS_MAX; began = since) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                break;
            }
        }
        Runtime.getRuntime().halt(TOO_LONG);
    }

    private static void answer(FileText said, DataOutputStream out) throws IOException {
        var text = said.text().getBytes(StandardCharsets.UTF_8);
        out.writeUTF(said.why() == null ? "" : said.why().name());
        out.writeInt(text.length);
        out.write(text);
        out.flush();
    }

    /// Readers of broken files throw what they like; whatever they had said until then is kept.
    static FileText read(Path file) {
        var into = new Gathered(FileText.CHARACTERS_MAX);
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
