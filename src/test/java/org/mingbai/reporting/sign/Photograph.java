package org.mingbai.reporting.sign;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Pictures as cameras, phones and those who pass them on make them.
final class Photograph {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int THINGS = 14;

    private Photograph() {}

    /// Another scene for each number: ground, sky, and things that stand about.
    static BufferedImage scene(long number) {
        var random = new Random(number);
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setPaint(new java.awt.GradientPaint(0, 0, colour(random), WIDTH, HEIGHT, colour(random)));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < THINGS; i++) {
            brush.setColor(colour(random));
            int width = 20 + random.nextInt(110);
            int height = 20 + random.nextInt(90);
            if (random.nextBoolean()) {
                brush.fillRect(random.nextInt(WIDTH) - 30, random.nextInt(HEIGHT) - 30, width, height);
            } else {
                brush.fillOval(random.nextInt(WIDTH) - 30, random.nextInt(HEIGHT) - 30, width, height);
            }
        }
        brush.dispose();
        return image;
    }

    private static Color colour(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    static BufferedImage shrunk(BufferedImage image, double to) {
        var smaller = new BufferedImage((int) (image.getWidth() * to), (int) (image.getHeight() * to), BufferedImage.TYPE_INT_RGB);
        var brush = smaller.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(image, 0, 0, smaller.getWidth(), smaller.getHeight(), null);
        brush.dispose();
        return smaller;
    }

    /// @param quality 0 to 1
    static byte[] jpeg(BufferedImage image, float quality) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// As a camera writes it: with the day it was taken.
    static byte[] taken(byte[] jpeg, LocalDate on) {
        var day = (on.toString().replace('-', ':') + " 10:20:30\0").getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(6 + 8 + 18 + 18 + day.length);
        exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42}).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(26).putInt(0);
        exif.putShort((short) 1).putShort((short) 0x9003).putShort((short) 2).putInt(day.length).putInt(44).putInt(0);
        exif.put(day);
        var all = ByteBuffer.allocate(jpeg.length + 4 + exif.capacity());
        all.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) 0xE1).putShort((short) (2 + exif.capacity())).put(exif.array()).put(jpeg, 2, jpeg.length - 2);
        return all.array();
    }
}
