package org.mingbai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

    private static final Path FOLDER = Path.of("src/main/resources/assets/shell");
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{3,6});");
    private static final Map<String, String> LIGHT = colours("^:root \\{(.*?)^}");
    private static final Map<String, String> DARK = over(LIGHT, colours("prefers-color-scheme: dark\\) \\{(.*?)^}"));
    private static final Map<String, String> PRINT = over(LIGHT, colours("@media print \\{(.*?)^}"));

    /// WCAG 2.2: 4.5 for text, 7 for what is read at length, 3 for edges of controls and the focus ring.
    @ParameterizedTest
    @CsvSource(textBlock = """
            ink,          paper,        7
            ink,          paper-raised, 7
            ink,          paper-sunk,   7
            ink,          chosen,       7
            ink-2,        paper,        7
            ink-2,        paper-raised, 7
            ink-2,        paper-sunk,   7
            ink-3,        paper,        4.5
            ink-3,        paper-raised, 4.5
            ink-3,        paper-sunk,   4.5
            ink-3,        chosen,       4.5
            on-cinnabar,  cinnabar,     4.5
            on-cinnabar,  cinnabar-deep, 4.5
            seal,         paper,        4.5
            late,         paper,        4.5
            late,         paper-raised, 4.5
            late,         paper-sunk,   4.5
            late,         chosen,       4.5
            at-risk,      paper,        4.5
            at-risk,      paper-sunk,   4.5
            at-risk,      chosen,       4.5
            on-track,     paper,        4.5
            on-track,     paper-sunk,   4.5
            on-track,     chosen,       4.5
            parked,       paper,        4.5
            parked,       paper-sunk,   4.5
            parked,       chosen,       4.5
            closed,       paper,        4.5
            closed,       paper-sunk,   4.5
            closed,       chosen,       4.5
            lamp-red,     paper,        4.5
            lamp-red,     paper-sunk,   4.5
            lamp-red,     chosen,       4.5
            lamp-blue,    paper,        4.5
            lamp-blue,    paper-sunk,   4.5
            lamp-blue,    chosen,       4.5
            wrong,        paper,        4.5
            edge,         paper,        3
            edge,         paper-raised, 3
            focus,        paper,        3
            focus,        paper-raised, 3
            """)
    void ink_can_be_read_on_its_paper(String ink, String paper, double least) {
        for (var light : Stream.of(LIGHT, DARK, PRINT).toList()) {
            assertThat(contrast(light.get(ink), light.get(paper))).as("%s on %s in %s", ink, paper, name(light)).isGreaterThanOrEqualTo(least);
        }
    }

    /// Late shall not be taken for the seal: another hue by a fair way, beside another shape.
    @Test
    void late_is_another_red_than_cinnabar() {
        for (var light : Stream.of(LIGHT, DARK).toList()) {
            assertThat(hue(light.get("late")) - hue(light.get("seal"))).as(name(light)).isBetween(15.0, 40.0);
        }
    }

    @Test
    void only_the_tokens_name_colours() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".css") && !file.endsWith("tokens.css")).toList()).isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b(?![^{]*\\{)|rgb\\(|hsl\\("));
        }
    }

    /// Cinnabar is the primary act and the seal: nothing else may take it.
    @Test
    void cinnabar_is_for_the_expected_act_and_the_seal_alone() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var uses = files.filter(file -> file.toString().endsWith(".css") && !file.endsWith("tokens.css")).flatMap(TokensTest::lines)
                    .filter(line -> line.contains("--cinnabar") || line.contains("--seal")).toList();
            assertThat(uses).isNotEmpty().allMatch(line -> line.startsWith(".primary") || line.startsWith(".seal") || line.startsWith(".mark"));
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> colours(String block) {
        try {
            var css = Files.readString(FOLDER.resolve("tokens.css"));
            var found = Pattern.compile(block, Pattern.DOTALL | Pattern.MULTILINE).matcher(css);
            assertThat(found.find()).as(block).isTrue();
            var colours = new HashMap<String, String>();
            COLOUR.matcher(found.group(1)).results().forEach(colour -> colours.put(colour.group(1), colour.group(2)));
            return colours;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> over(Map<String, String> under, Map<String, String> upper) {
        var both = new HashMap<>(under);
        both.putAll(upper);
        return both;
    }

    private static String name(Map<String, String> light) {
        return light == LIGHT ? "light" : light == DARK ? "dark" : "print";
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        var rgb = rgb(colour);
        return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double hue(String colour) {
        var rgb = rgb(colour);
        double least = Math.min(rgb[1], rgb[2]);
        return 60 * (rgb[1] - rgb[2]) / (rgb[0] - least);
    }

    private static double[] rgb(String colour) {
        var hex = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        return new double[] {part(hex, 1), part(hex, 3), part(hex, 5)};
    }

    private static double part(String hex, int at) {
        return Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    }
}
