package org.mingbai.intake.sheet.words;

import java.text.Normalizer;

/// Texts in one form: full-width letters and digits made narrow, blanks of every kind known as such.
public final class Plain {

    private Plain() {}

    /// The text with full-width forms made narrow and blanks trimmed; punctuation becomes ASCII where it has a twin there.
    public static String narrow(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 0xFF00 && c <= 0xFFEF || c == 0x3000 || c == 0xA0 || c >= 0x2000 && c <= 0x200B || c >= 0x2E80 && c < 0x3000 || c >= 0xF900
                    && c < 0xFB00) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
            }
        }
        return text.strip();
    }

    /// Narrow, without any blank, in small letters.
    public static String tight(String text) {
        var narrow = narrow(text);
        StringBuilder out = null;
        for (var i = 0; i < narrow.length(); i++) {
            var c = narrow.charAt(i);
            var keep = !isBlank(c) && !(c >= 'A' && c <= 'Z');
            if (!keep && out == null) {
                out = new StringBuilder(narrow.length()).append(narrow, 0, i);
            }
            if (out != null && !isBlank(c)) {
                out.append(Character.toLowerCase(c));
            }
        }
        return out == null ? narrow : out.toString();
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == 0xA0 || c == 0x3000 || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// Marks that stand for nothing: a stroke, a dash, "none".
    public static boolean saysNothing(String text) {
        if (text.length() > 6) {
            return false;
        }
        return switch (tight(text)) {
            case "", "/", "\\", "-", "--", "---", "—", "——", "–", "无", "暂无", "(无)", "n/a", "na", "none", "nil", "null", ".", "、", "／" -> true;
            default -> false;
        };
    }

    /// "The same as in the row above."
    public static boolean saysSame(String text) {
        if (text.length() > 8) {
            return false;
        }
        return switch (tight(text)) {
            case "同上", "\"", "〃", "″", "''", "“", "”", "同前", "同左上", "ditto", "sameasabove" -> true;
            default -> false;
        };
    }

    /// The value of a Chinese number below 10,000 (`二十三`, `廿`, `〇五`), or -1.
    public static int chineseNumber(String text) {
        if (text.isEmpty() || text.length() > 7) {
            return -1;
        }
        var total = 0;
        var digit = -1;
        var positional = true;
        for (var i = 0; i < text.length(); i++) {
            positional &= "〇零一二三四五六七八九".indexOf(text.charAt(i)) >= 0;
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var value = digitOf(c);
            if (value >= 0) {
                total = positional ? total * 10 + value : total;
                digit = value;
            } else {
                var unit = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : -1;
                if (unit < 0) {
                    return -1;
                }
                total += (digit < 0 ? 1 : digit) * unit;
                digit = 0;
            }
        }
        return positional ? total : total + Math.max(0, digit);
    }

    private static int digitOf(char c) {
        return switch (c) {
            case '〇', '零', '○', 'Ｏ' -> 0;
            case '一', '元' -> 1;
            case '二', '两' -> 2;
            case '三' -> 3;
            case '四' -> 4;
            case '五' -> 5;
            case '六' -> 6;
            case '七' -> 7;
            case '八' -> 8;
            case '九' -> 9;
            default -> -1;
        };
    }
}
