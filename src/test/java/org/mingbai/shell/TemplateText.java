package org.mingbai.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The text a template itself brings: what stands between its tags, attributes that are read aloud, and sentences in its code.
final class TemplateText {

    private static final Pattern COMMAND = Pattern.compile("@(?:template\\.[\\w.]+|if|elseif|for)\\(|\\$(?:unsafe)?\\{|!\\{");
    private static final Pattern BARE = Pattern.compile("@(?:else|endif|endfor|raw|endraw)\\b");
    private static final Pattern READ_ALOUD = Pattern.compile("(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"");
    private static final Pattern READABLE = Pattern.compile("\\p{L}{2}|\\p{IsHan}");
    private static final Pattern SENTENCE = Pattern.compile("\\p{IsHan}|\\p{L}{2,} \\p{L}{2,} \\p{L}{2,}");

    private final String source;
    private final StringBuilder markup = new StringBuilder();
    private final List<String> strings = new ArrayList<>();
    private int at;

    private TemplateText(String source) {
        this.source = source;
    }

    static List<String> in(String template) {
        var text = new TemplateText(template.replaceAll("(?s)<%--.*?--%>", "").replaceAll("(?m)^@(import|param).*$", ""));
        text.markup();
        return text.literals();
    }

    private List<String> literals() {
        var plain = BARE.matcher(markup).replaceAll("");
        var aloud = READ_ALOUD.matcher(plain).results().map(found -> found.group(1));
        var between = Stream.of(plain.replaceAll("(?s)<[^>]*>", "\n").replaceAll("&\\w+;", "").split("\n")).map(String::strip);
        return Stream.concat(Stream.concat(aloud, between).filter(text -> READABLE.matcher(text).find()),
                strings.stream().filter(text -> SENTENCE.matcher(text).find())).toList();
    }

    /// Up to the backtick that ends a block of content, or the end of the template.
    private void markup() {
        var command = COMMAND.matcher(source);
        while (at < source.length() && source.charAt(at) != '`') {
            if (command.region(at, source.length()).lookingAt()) {
                at = command.end();
                code();
            } else {
                markup.append(source.charAt(at++));
            }
        }
    }

    /// Up to the bracket that closes the command just opened.
    private void code() {
        for (int depth = 1; depth > 0; at++) {
            switch (source.charAt(at)) {
                case '(', '{' -> depth++;
                case ')', '}' -> depth--;
                case '"' -> string();
                case '`' -> {
                    at++;
                    markup.append('\n');
                    markup();
                }
                default -> { }
            }
        }
    }

    private void string() {
        int start = ++at;
        while (source.charAt(at) != '"') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        strings.add(source.substring(start, at));
    }
}
