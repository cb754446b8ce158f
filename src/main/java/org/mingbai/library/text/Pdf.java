package org.mingbai.library.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.mingbai.library.FileText.Why;

/// What the pages of a PDF say, in the order they were written. Pictures of pages say nothing.
final class Pdf {

    static {
        FontMappers.set(new OneFont());
    }

    private Pdf() {}

    static void read(Path file, Gathered into) throws IOException, Unreadable {
        into.brokenIntoLines();
        try (var pdf = Loader.loadPDF(new RandomAccessReadBufferedFile(file))) {
            new Stripper(into).writeText(pdf, new Sink(into));
        } catch (InvalidPasswordException e) {
            throw new Unreadable(Why.LOCKED);
        }
    }

    /// Forms that call each other could keep it busy for ever.
    private static final class Stripper extends PDFTextStripper {

        private final Gathered into;

        Stripper(Gathered into) {
            this.into = into;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            into.goOn();
            super.processOperator(operator, operands);
        }
    }

    private static final class Sink extends Writer {

        private final Gathered into;

        Sink(Gathered into) {
            this.into = into;
        }

        @Override
        public void write(char[] letters, int from, int length) {
            into.add(CharBuffer.wrap(letters, from, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /// What a letter means stands in the file, or is known of its encoding; the fonts of the computer, which may be thousands, are only for drawing it.
    private static final class OneFont implements FontMapper {

        private @Nullable TrueTypeFont font;

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor described) {
            return new FontMapping<>(font(), true);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor described) {
            return new FontMapping<>(font(), true);
        }

        @Override
        public CIDFontMapping getCIDFont(String name, PDFontDescriptor described, PDCIDSystemInfo letters) {
            return new CIDFontMapping(null, font(), true);
        }

        private TrueTypeFont font() {
            try (var in = PDFTextStripper.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
                if (font == null) {
                    font = new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(in)));
                }
                return font;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
