package org.mingbai.intake.sheet.words;

import org.jspecify.annotations.Nullable;

/// The colour an office gave a matter by hand. Mingbai derives its own; this one is kept as what was said.
public enum Light {
    GREEN, YELLOW, RED;

    /// The light of a fill or an ink, or null for one that is no signal: white, grey, blue, or too pale to tell.
    public static @Nullable Light ofColour(int rgb) {
        if (rgb < 0) {
            return null;
        }
        int r = rgb >> 16 & 0xFF;
        int g = rgb >> 8 & 0xFF;
        int b = rgb & 0xFF;
        var most = Math.max(r, Math.max(g, b));
        var least = Math.min(r, Math.min(g, b));
        if (most - least < 24 || most < 70 || (most - least) * 100 / most < 9) {
            return null;
        }
        double hue;
        if (most == r) {
            hue = 60.0 * (g - b) / (most - least);
        } else if (most == g) {
            hue = 120 + 60.0 * (b - r) / (most - least);
        } else {
            hue = 240 + 60.0 * (r - g) / (most - least);
        }
        hue = hue < 0 ? hue + 360 : hue;
        if (hue < 20 || hue >= 335) {
            return RED;
        }
        return hue < 70 ? YELLOW : hue < 170 ? GREEN : null;
    }

    /// The light a word or sign tells, or null.
    public static @Nullable Light ofWord(String text) {
        if (text.isEmpty() || text.length() > 24) {
            return null;
        }
        var word = Plain.tight(text);
        if (word.contains("🔴") || word.contains("🟥")) {
            return RED;
        }
        if (word.contains("🟡") || word.contains("🟨") || word.contains("🟠") || word.contains("🟧")) {
            return YELLOW;
        }
        if (word.contains("🟢") || word.contains("🟩")) {
            return GREEN;
        }
        var red = word.contains("红") || word.equals("r") || word.equals("red");
        var yellow = word.contains("黄") || word.contains("橙") || word.equals("y") || word.equals("a") || word.equals("amber")
                || word.equals("yellow") || word.equals("orange");
        var green = word.contains("绿") || word.equals("g") || word.equals("green");
        if ((red ? 1 : 0) + (yellow ? 1 : 0) + (green ? 1 : 0) != 1) {
            return null;
        }
        return red ? RED : yellow ? YELLOW : GREEN;
    }

    /// Signs that carry their light in their ink: a dot, a star, a flag.
    public static boolean isSign(String text) {
        return text.length() <= 2 && !text.isEmpty() && "●○■□★☆▲△◆◇⚑⬤•◉⚫⬛".indexOf(text.charAt(0)) >= 0;
    }
}
