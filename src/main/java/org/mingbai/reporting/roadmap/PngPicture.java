package org.mingbai.reporting.roadmap;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// A drawing as PNG, in a font of the machine that has Chinese characters. Where there is none, there is no picture: boxes say nothing.
final class PngPicture {

    /// Of dots for each of the drawing's, so that print is sharp.
    private static final int SCALE = 2;
    private static final String NEEDED = "明白账专项行动节点";
    private static final List<String> PREFERRED = List.of("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
            "HarmonyOS Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "FangSong", "SimSun");
    private static final int GETA = 0x3013;

    private final Graphics2D paper;
    private final Font font;

    private PngPicture(Graphics2D paper, Font font) {
        this.paper = paper;
        this.font = font;
    }

    /// A font of this machine that has Chinese characters.
    static Optional<Font> font() {
        return among(List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
    }

    static Optional<Font> among(List<String> families) {
        return Stream.concat(PREFERRED.stream().filter(families::contains), families.stream()).map(family -> new Font(family, Font.PLAIN, 1))
                .filter(font -> font.canDisplayUpTo(NEEDED) < 0).findFirst();
    }

    static byte[] of(Drawing drawing, Font font) {
        var image = new BufferedImage(drawing.width() * SCALE, drawing.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        var paper = image.createGraphics();
        try (var out = new ByteArrayOutputStream()) {
            paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paper.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            paper.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            paper.scale(SCALE, SCALE);
            new PngPicture(paper, font).draw(drawing);
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            paper.dispose();
        }
    }

    private void draw(Drawing drawing) {
        for (var mark : drawing.marks()) {
            switch (mark) {
                case Drawing.Mark.Line(double x1, double y1, double x2, double y2, Ink ink, double width, boolean dashed) -> {
                    take(ink);
                    paper.setStroke(dashed ? new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0)
                            : new BasicStroke((float) width));
                    paper.draw(new Line2D.Double(x1, y1, x2, y2));
                }
                case Drawing.Mark.Box(double x, double y, double width, double height, Ink ink) -> {
                    take(ink);
                    paper.fill(new Rectangle2D.Double(x, y, width, height));
                }
                case Drawing.Mark.Text text -> write(text);
                case Drawing.Mark.Outline outline -> draw(outline);
            }
        }
    }

    private void draw(Drawing.Mark.Outline outline) {
        if (outline.fill() != null) {
            take(outline.fill());
            paper.fill(outline.path());
        }
        if (outline.edge() != null) {
            take(outline.edge());
            paper.setStroke(new BasicStroke((float) outline.width()));
            paper.draw(outline.path());
        }
    }

    private void write(Drawing.Mark.Text text) {
        take(text.ink());
        var sized = font.deriveFont(text.bold() ? Font.BOLD : Font.PLAIN, (float) text.size());
        paper.setFont(sized);
        var shown = shown(text.text(), sized);
        double x = text.end() ? text.x() - sized.getStringBounds(shown, paper.getFontRenderContext()).getWidth() : text.x();
        paper.drawString(shown, (float) x, (float) text.y());
    }

    /// What the font lacks stands as the printers' mark for a missing character.
    private static String shown(String text, Font font) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(font.canDisplay(c) ? c : font.canDisplay(GETA) ? GETA : '?'));
        return shown.toString();
    }

    private void take(Ink ink) {
        paper.setColor(new Color(ink.rgb()));
    }
}
