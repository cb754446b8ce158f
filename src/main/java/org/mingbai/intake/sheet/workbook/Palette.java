package org.mingbai.intake.sheet.workbook;

import java.util.ArrayList;
import java.util.List;

/// The colours a file refers to by number: its theme and its indexed palette.
final class Palette {

    /// In the order style sheets use: light 1, dark 1, light 2, dark 2, then the accents (the theme part lists dark before light).
    private static final int[] OFFICE_THEME = {0xFFFFFF, 0x000000, 0xEEECE1, 0x1F497D, 0x4F81BD, 0xC0504D, 0x9BBB59, 0x8064A2, 0x4BACC6, 0xF79646,
            0x0000FF, 0x800080};

    private static final int[] INDEXED = {
        0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
        0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
        0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080,
        0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF,
        0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
        0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
        0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696,
        0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333};

    private int[] theme = OFFICE_THEME;
    private int[] indexed = INDEXED;

    /// Takes the theme's colours in the order of the theme part.
    void theme(List<Integer> colours) {
        if (colours.size() < 4) {
            return;
        }
        var sorted = new ArrayList<>(colours);
        sorted.set(0, colours.get(1));
        sorted.set(1, colours.get(0));
        sorted.set(2, colours.get(3));
        sorted.set(3, colours.get(2));
        theme = sorted.stream().mapToInt(Integer::intValue).toArray();
    }

    void indexed(List<Integer> colours) {
        if (!colours.isEmpty()) {
            var copy = INDEXED.clone();
            for (var i = 0; i < Math.min(copy.length, colours.size()); i++) {
                copy[i] = colours.get(i);
            }
            indexed = copy;
        }
    }

    int themed(int number, double tint) {
        return number < 0 || number >= theme.length ? Look.NONE : tinted(theme[number], tint);
    }

    int numbered(int number) {
        return number < 0 || number >= indexed.length ? Look.NONE : indexed[number];
    }

    /// Lighter for a positive tint, darker for a negative one: the lightness is moved, hue and saturation stay.
    static int tinted(int rgb, double tint) {
        if (tint == 0) {
            return rgb;
        }
        var mixed = 0;
        for (var shift = 16; shift >= 0; shift -= 8) {
            var channel = rgb >> shift & 0xFF;
            var moved = tint > 0 ? channel + (255 - channel) * tint : channel * (1 + tint);
            mixed |= (int) Math.max(0, Math.min(255, Math.round(moved))) << shift;
        }
        return mixed;
    }

    /// `FF00B050` or `00B050`; NONE for anything else.
    static int parse(String hex) {
        try {
            var digits = hex.startsWith("#") ? hex.substring(1) : hex;
            return digits.length() < 6 ? Look.NONE : Integer.parseInt(digits.substring(digits.length() - 6), 16);
        } catch (NumberFormatException e) {
            return Look.NONE;
        }
    }
}
