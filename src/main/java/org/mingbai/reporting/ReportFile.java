package org.mingbai.reporting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/// Reads the words of a report out of a file: Word (.docx), a table (.xlsx), or plain text in UTF-8 or GB 18030. What it is, its content says, not its name.
/// Macros are never run.
public final class ReportFile {

    /// A report is no archive.
    public static final long BYTES_MAX = 50L << 20;

    private static final Charset GB = Charset.forName("GB18030");

    private ReportFile() {}

    /// What came of reading.
    public sealed interface Read {

        record Done(Report report) implements Read {}

        /// It is larger than a report ever is.
        record TooLarge() implements Read {}

        /// Nothing that is read here, or damaged.
        record Unreadable() implements Read {}
    }

    public static Read read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            return new Read.TooLarge();
        }
        var start = new byte[4];
        int got;
        try (var in = Files.newInputStream(file)) {
            got = in.readNBytes(start, 0, start.length);
        }
        if (got == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
            return zipped(file);
        }
        return plain(Files.readAllBytes(file));
    }

    /// What is read is only what the list at the end of the file names, and of that only the parts with words in them: a file of a few KB can unpack to
    /// more than any memory holds.
    private static Read zipped(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (OfficePart.isIn(zip, WordText.MAIN)) {
                return new Read.Done(new Report(WordText.of(zip)));
            }
            return OfficePart.isIn(zip, TableText.BOOK) ? new Read.Done(new Report(TableText.of(zip))) : new Read.Unreadable();
        } catch (OfficePart.TooMuch e) {
            return new Read.TooLarge();
        } catch (ZipException | XMLStreamException | RuntimeException e) {
            // Readers of broken files throw what they like.
            return new Read.Unreadable();
        }
    }

    private static Read plain(byte[] bytes) {
        for (var charset : List.of(StandardCharsets.UTF_8, GB)) {
            try {
                var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                if (text.indexOf('\0') < 0) {
                    return new Read.Done(new Report(text.startsWith("\uFEFF") ? text.substring(1) : text));
                }
            } catch (CharacterCodingException e) {
                // Perhaps the other one.
                continue;
            }
        }
        return new Read.Unreadable();
    }
}
