package org.mingbai.town.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// Paints a scene as a small JPEG, the same bytes each time. No letters: a server may have no fonts.
public final class Picture {

    private static final int W = 640;
    private static final int H = 420;
    private static final int GROUND = 290;
    /// Drawn large, kept small: a sample need not weigh much.
    private static final double SCALE = 0.75;
    private static final int PASSERS_BY = 3;

    private final BufferedImage image = new BufferedImage((int) (W * SCALE), (int) (H * SCALE), BufferedImage.TYPE_INT_RGB);
    private final Graphics2D g = image.createGraphics();
    private final Shot shot;
    private final Random random;

    private Picture(Shot shot) {
        this.shot = shot;
        this.random = new Random(shot.scene().ordinal() * 100L + shot.variant());
        g.scale(SCALE, SCALE);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    public static byte[] of(Shot shot) {
        var picture = new Picture(shot);
        picture.paint();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture.seen(), "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Nobody takes the same photograph twice: another place to stand, another side, somebody in the way.
    private BufferedImage seen() {
        var where = new Random(shot.view());
        var frame = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var brush = frame.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        double near = 1.05 + where.nextDouble() * 0.6;
        brush.translate(-where.nextDouble() * (near - 1) * image.getWidth(), -where.nextDouble() * (near - 1) * image.getHeight());
        brush.scale(near, near);
        if (where.nextBoolean()) {
            brush.translate(image.getWidth(), 0);
            brush.scale(-1, 1);
        }
        brush.drawImage(image, 0, 0, null);
        brush.setTransform(new java.awt.geom.AffineTransform());
        for (int i = 1 + where.nextInt(PASSERS_BY); i > 0; i--) {
            passerBy(brush, where);
        }
        brush.dispose();
        return frame;
    }

    private void passerBy(Graphics2D brush, Random where) {
        int tall = image.getHeight() / 4 + where.nextInt(image.getHeight() / 3);
        int x = where.nextInt(image.getWidth());
        int y = image.getHeight() - tall * (2 + where.nextInt(3)) / 3;
        brush.setColor(new Color(Color.HSBtoRGB(where.nextFloat(), 0.3f, 0.25f + where.nextFloat() * 0.5f)));
        brush.fillOval(x, y, tall / 4, tall / 4);
        brush.fillRoundRect(x - tall / 10, y + tall / 4, tall / 4 + tall / 5, tall, tall / 5, tall / 5);
    }

    private void paint() {
        switch (shot.scene()) {
            case LAMP -> lamp();
            case ROAD -> road();
            case DRAIN -> drain();
            case BINS -> bins();
            case STOP -> stop();
            case LIFT -> lift();
            case DOOR -> door();
            case PIPE -> pipe();
            case FIELD -> field();
            case GATE -> gate();
            case HALL -> hall();
            case PAPER -> paper();
        }
        g.dispose();
    }

    private void lamp() {
        sky(new Color(0x0b1430), new Color(0x26324f));
        houses(new Color(0x131a2c), shot.after());
        box(0x22262f, 0, GROUND, W, H - GROUND);
        int x = 300 + shot.variant() * 30;
        box(0x4a5160, x, 90, 8, 210);
        box(0x4a5160, x - 70, 90, 78, 7);
        if (shot.after()) {
            g.setPaint(new RadialGradientPaint(x - 60, 105, 230, new float[] {0, 1}, new Color[] {new Color(255, 236, 170, 220), new Color(255, 236, 170, 0)}));
            g.fill(new Ellipse2D.Double(x - 290, -125, 460, 460));
            g.setColor(new Color(255, 240, 190, 70));
            g.fillOval(x - 200, GROUND + 5, 290, 70);
        }
        g.setColor(shot.after() ? new Color(0xfff6d8) : new Color(0x30343c));
        g.fillOval(x - 82, 94, 44, 16);
    }

    private void road() {
        day();
        box(0x8d8f92, 0, GROUND - 30, W, H);
        g.setColor(Color.WHITE);
        for (int x = 20; x < W; x += 120) {
            g.fillRect(x, 345, 70, 8);
        }
        for (int i = 0; i < 3; i++) {
            int x = 80 + i * 180 + random.nextInt(50);
            int y = 285 + random.nextInt(70);
            g.setColor(shot.after() ? new Color(0x55585c) : new Color(0x3b342c));
            g.fillOval(x, y, 110, 38);
            if (!shot.after()) {
                g.setColor(new Color(0x6f8796));
                g.fillOval(x + 20, y + 10, 66, 18);
            }
        }
    }

    private void drain() {
        day();
        box(0x9a9c9e, 0, GROUND - 20, W, H);
        if (!shot.after()) {
            g.setColor(new Color(86, 96, 92, 210));
            g.fillOval(90, 285, 460, 125);
        }
        box(0x3a3d42, 240, 315, 160, 60);
        for (int x = 250; x < 395; x += 18) {
            box(shot.after() ? 0x0f1114 : 0x6a5f45, x, 322, 9, 46);
        }
    }

    private void bins() {
        day();
        box(0xb7b3a8, 0, GROUND, W, H);
        int[] colours = {0x2d6cb0, 0x3b8f4a, 0x8a8d90};
        for (int i = 0; i < 3; i++) {
            box(colours[i], 150 + i * 125, 215, 95, 125);
            box(0x33363b, 144 + i * 125, 205, 107, 14);
        }
        if (!shot.after()) {
            for (int i = 0; i < 26; i++) {
                g.setColor(new Color(Color.HSBtoRGB(random.nextFloat(), 0.35f, 0.75f)));
                g.fillOval(110 + random.nextInt(420), 320 + random.nextInt(60), 26 + random.nextInt(30), 18 + random.nextInt(14));
            }
        }
    }

    private void stop() {
        day();
        box(0x9a9c9e, 0, GROUND, W, H);
        box(0x55616b, 180, 130, 9, 190);
        box(0x55616b, 460, 130, 9, 190);
        box(0x2f6f8f, 165, 118, 320, 18);
        if (shot.after()) {
            g.setColor(new Color(190, 220, 230, 150));
            g.fillRect(190, 150, 270, 110);
            box(0x8b5a33, 220, 280, 200, 12);
        } else {
            g.setColor(new Color(0x55616b));
            g.setStroke(new BasicStroke(3));
            g.drawLine(200, 150, 330, 255);
            g.drawLine(330, 165, 250, 250);
        }
    }

    private void lift() {
        box(0xd8d4cb, 0, 0, W, H);
        box(0x8e8b85, 0, 350, W, 70);
        box(0x6d747b, 200, 60, 240, 295);
        int gap = shot.after() ? 2 : 26;
        box(0xb9c0c6, 212, 72, 108 - gap, 283);
        box(0xb9c0c6, 320 + gap, 72, 108 - gap, 283);
        box(0x1d2126, 320 - gap, 72, gap * 2, 283);
        box(0x33383d, 475, 190, 34, 70);
        g.setColor(shot.after() ? new Color(0x46b35a) : new Color(0xd8432f));
        g.fillOval(483, 200, 18, 18);
    }

    private void door() {
        box(0xe2ded4, 0, 0, W, H);
        box(0x9b978f, 0, 350, W, 70);
        box(0x8f3a2c, 235, 70, 170, 282);
        box(0xb9c0c6, 245, 200, 14, 40);
        box(shot.after() ? 0x2f9e57 : 0xd0ccc2, 265, 30, 110, 28);
        if (!shot.after()) {
            for (int i = 0; i < 6; i++) {
                box(i % 2 == 0 ? 0xa9845a : 0x8c6b45, 190 + i * 42, 270 + random.nextInt(30), 60, 90);
            }
        }
    }

    private void pipe() {
        box(0x8c7355, 0, 0, W, H);
        box(0x6b5640, 0, 130, W, 190);
        g.setStroke(new BasicStroke(52, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.setColor(shot.after() ? new Color(0x2f6fa8) : new Color(0x7d6a58));
        g.drawLine(0, 225, W, 225);
        if (!shot.after()) {
            g.setColor(new Color(120, 170, 200, 200));
            for (int i = 0; i < 40; i++) {
                g.fillOval(300 + random.nextInt(90), 235 + random.nextInt(110), 9, 15);
            }
        } else {
            box(0x1f4d76, 290, 193, 60, 64);
        }
    }

    private void field() {
        day();
        for (int i = 0; i < 9; i++) {
            box(i % 2 == 0 ? 0x6f9d4f : 0x82ad5c, 0, GROUND - 40 + i * 22, W, 22);
        }
        var way = new Path2D.Double();
        way.moveTo(250, H);
        way.lineTo(310, GROUND - 40);
        way.lineTo(340, GROUND - 40);
        way.lineTo(430, H);
        g.setColor(shot.after() ? new Color(0xb9bbbd) : new Color(0x8a6a45));
        g.fill(way);
    }

    private void gate() {
        day();
        box(0xa9a59c, 0, GROUND + 10, W, H);
        box(0xb4533c, 110, 130, 60, 200);
        box(0xb4533c, 470, 130, 60, 200);
        box(0x8d3f2d, 100, 105, 440, 34);
        for (int x = 180; x < 465; x += 24) {
            box(0x4d565e, x, 205, 6, 125);
        }
        for (int x = 40; shot.after() && x < W; x += 70) {
            box(0xf4f4f0, x, 345, 40, 60);
        }
        for (int i = 0; !shot.after() && i < 5; i++) {
            box(0x3d4a58, 60 + i * 115, 345 + random.nextInt(12), 92, 40);
        }
    }

    private void hall() {
        box(0xe8e4da, 0, 0, W, H);
        box(0xc9bfae, 0, 320, W, 100);
        for (int i = 0; i < 4; i++) {
            box(0x7a5636, 60 + i * 140, 190, 110, 90);
            box(0xbfd6df, 70 + i * 140, 130, 90, 60);
        }
        for (int i = 0; i < (shot.after() ? 3 : 13); i++) {
            int x = 50 + random.nextInt(530);
            g.setColor(new Color(Color.HSBtoRGB(random.nextFloat(), 0.3f, 0.55f)));
            g.fillOval(x, 270, 26, 26);
            g.fillRoundRect(x - 7, 296, 40, 80, 16, 16);
        }
    }

    private void paper() {
        box(0x7b7268, 0, 0, W, H);
        box(0xfbfaf4, 150, 25, 340, 380);
        box(0xb53a2e, 215, 55, 210, 14);
        box(0xb53a2e, 180, 85, 280, 3);
        for (int y = 112; y < 330; y += 21) {
            box(0x6a6a68, 185, y, 190 + random.nextInt(85), 5);
        }
        if (shot.after()) {
            g.setColor(new Color(200, 45, 35, 170));
            g.setStroke(new BasicStroke(5));
            g.drawOval(365, 300, 84, 84);
            g.fillOval(397, 332, 20, 20);
        }
    }

    private void day() {
        sky(new Color(0xa9c6dc), new Color(0xe9eee9));
        houses(new Color(Color.HSBtoRGB(0.08f + shot.variant() * 0.07f, 0.16f, 0.78f)), false);
    }

    private void sky(Color top, Color bottom) {
        g.setPaint(new GradientPaint(0, 0, top, 0, GROUND, bottom));
        g.fillRect(0, 0, W, H);
    }

    private void houses(Color walls, boolean lit) {
        for (int x = -20; x < W; ) {
            int width = 80 + random.nextInt(70);
            int height = 80 + random.nextInt(90);
            g.setColor(walls);
            g.fillRect(x, GROUND - height, width, height);
            for (int wx = x + 12; wx < x + width - 18; wx += 26) {
                for (int wy = GROUND - height + 14; wy < GROUND - 26; wy += 30) {
                    g.setColor(lit && random.nextInt(3) == 0 ? new Color(0xe8c873) : walls.darker());
                    g.fillRect(wx, wy, 13, 16);
                }
            }
            x += width + 6;
        }
    }

    private void box(int colour, int x, int y, int width, int height) {
        g.setColor(new Color(colour));
        g.fillRect(x, y, width, height);
    }
}
