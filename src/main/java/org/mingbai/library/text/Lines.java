package org.mingbai.library.text;

/// Text that was broken into lines for a page. A Chinese word goes on in the next line, and so it is put together again; what stands in letters does not.
final class Lines {

    private Lines() {}

    static String joined(CharSequence text) {
        var joined = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int end = at;
            while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            boolean inside = end > at && end - at <= 4 && at > 0 && end < text.length() && isHan(text.charAt(at - 1)) && isHan(text.charAt(end));
            if (!inside) {
                joined.append(text, at, Math.max(end, at));
            }
            if (end < text.length()) {
                joined.append(text.charAt(end));
            }
            at = end + 1;
        }
        return joined.toString();
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
