package org.mingbai.library;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/// Pictures as everybody may see them: drawn anew, so that nothing of place, time, camera or earlier versions is left, and not larger than a screen.
public final class Pictures {

    private static final int SIDE_MAX = 1600;
    private static final long PIXELS_MAX = 60_000_000;
    /// As many of four bytes each: deeper ones take as long as larger ones.
    private static final long BYTES_MAX = 4 * PIXELS_MAX;
    /// So much of one is held to draw it smaller. Of one that is larger every second pixel is taken, which is still more than are drawn.
    private static final long HELD_MAX = 100_000_000;
    /// Its reader sets aside fifteen times as much as the picture has pixels, before it has read any.
    private static final long WEBP_PIXELS_MAX = 16_000_000;
    private static final int EXIF_MAX = 1 << 16;
    private static final int LOOKED_AT = 512;

    /// One is drawn after the other: a picture takes a few hundred MB, however small its file.
    private static final ExecutorService DRAWING = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("drawing").daemon().factory());

    private Pictures() {}

    /// Whether the content is a picture as far as its beginning tells: a size, and no larger than any camera makes.
    public static boolean isReadable(Path file) {
        return read(file, _ -> true).isPresent();
    }

    /// As JPEG; nothing where the content cannot be read as a picture, or is larger than any camera makes.
    public static Optional<byte[]> bare(Path file) {
        return alone(file, reader -> drawn(reader.read(0, every(reader, step(reader))), orientation(file)));
    }

    /// How bright it is, 0 to 255, in so many columns and rows as the camera was held: what a picture is recognised by. A large one is not read whole.
    public static Optional<int[][]> brightness(Path file, int columns, int rows) {
        return alone(file, reader -> {
            int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LOOKED_AT);
            return Brightness.of(turned(reader.read(0, every(reader, step)), orientation(file), LOOKED_AT), columns, rows);
        });
    }

    /// The day the camera wrote into it; nothing where there is none, as where a program has drawn it anew.
    public static Optional<LocalDate> takenOn(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Exif.of(in.readNBytes(EXIF_MAX)).flatMap(Exif::takenOn);
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private interface Look<T> {
        T at(ImageReader reader) throws IOException;
    }

    private static <T> Optional<T> alone(Path file, Look<T> look) {
        return CompletableFuture.supplyAsync(() -> read(file, look), DRAWING).join();
    }

    private static <T> Optional<T> read(Path file, Look<T> look) {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            var inside = WebP.is(file) ? WebP.size(file) : null;
            // Where the form is not kept, the reader is not even asked how large it is.
            if (!readers.hasNext() || inside != null && inside.isEmpty()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                var size = new WebP.Size(reader.getWidth(0), reader.getHeight(0));
                boolean fits = isOfACamera(reader, size) && (inside == null || fits(inside.get(), size));
                return fits ? Optional.of(look.at(reader)) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Readers of broken pictures throw what they like.
            return Optional.empty();
        }
    }

    /// Its reader takes it for as large as it is, and it is not too large.
    private static boolean fits(WebP.Size inside, WebP.Size taken) {
        return inside.equals(taken) && taken.pixels() <= WEBP_PIXELS_MAX;
    }

    private static boolean isOfACamera(ImageReader reader, WebP.Size size) throws IOException {
        return size.pixels() <= PIXELS_MAX && size.pixels() * bytesOfAPixel(reader) <= BYTES_MAX;
    }

    /// As the reader holds it.
    private static int bytesOfAPixel(ImageReader reader) throws IOException {
        var kinds = reader.getImageTypes(0);
        if (!kinds.hasNext()) {
            return Integer.BYTES;
        }
        var held = kinds.next().getSampleModel();
        return held.getNumDataElements() * DataBuffer.getDataTypeSize(held.getTransferType()) / Byte.SIZE;
    }

    /// 1 for what a telephone takes.
    private static int step(ImageReader reader) throws IOException {
        long held = (long) reader.getWidth(0) * reader.getHeight(0) * bytesOfAPixel(reader);
        int step = 1;
        while (held / ((long) step * step) > HELD_MAX) {
            step++;
        }
        return step;
    }

    private static ImageReadParam every(ImageReader reader, int step) {
        var some = reader.getDefaultReadParam();
        some.setSourceSubsampling(step, step, 0, 0);
        return some;
    }

    private static byte[] drawn(BufferedImage picture, int orientation) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(turned(picture, orientation, SIDE_MAX), "jpg", out);
        return out.toByteArray();
    }

    private static BufferedImage turned(BufferedImage picture, int orientation, int sideMax) {
        boolean turned = orientation > 4;
        double width = turned ? picture.getHeight() : picture.getWidth();
        double height = turned ? picture.getWidth() : picture.getHeight();
        double scale = Math.min(1, sideMax / Math.max(width, height));
        var drawn = new BufferedImage((int) Math.max(1, width * scale), (int) Math.max(1, height * scale), BufferedImage.TYPE_INT_RGB);
        var brush = drawn.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.setBackground(Color.WHITE);
        brush.clearRect(0, 0, drawn.getWidth(), drawn.getHeight());
        brush.scale(scale, scale);
        brush.drawImage(picture, upright(orientation, picture.getWidth(), picture.getHeight()), null);
        brush.dispose();
        return drawn;
    }

    /// As the camera was held: the eight ways of Exif.
    private static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /// 1 where nothing is said.
    private static int orientation(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(EXIF_MAX);
        }
        return Exif.of(start).map(Exif::orientation).orElse(1);
    }
}
