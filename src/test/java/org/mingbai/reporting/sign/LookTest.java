package org.mingbai.reporting.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingbai.library.Pictures;

/// By what a picture is recognised again, and what is taken for another.
class LookTest {

    private static final int SCENES = 150;

    @TempDir Path folder;

    private Look look(byte[] picture) throws IOException {
        return Pictures.brightness(Files.write(folder.resolve("picture"), picture), Look.FIELDS, Look.FIELDS).map(Look::of).orElseThrow();
    }

    @Test
    void a_picture_that_was_shrunk_and_saved_anew_is_the_same() throws IOException {
        int found = 0;
        for (int i = 0; i < SCENES; i++) {
            var scene = Photograph.scene(i);
            found += look(Photograph.jpeg(scene, 0.95F)).near(look(Photograph.jpeg(Photograph.shrunk(scene, 0.3 + i % 5 * 0.1), 0.5F))) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(SCENES * 97 / 100);
    }

    @Test
    void other_pictures_are_others() throws IOException {
        var looks = new ArrayList<Look>();
        for (int i = 0; i < SCENES; i++) {
            looks.add(look(Photograph.jpeg(Photograph.scene(i), 0.9F)));
        }
        for (int i = 0; i < SCENES; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(looks.get(i).near(looks.get(j))).as("%d and %d", i, j).isFalse();
            }
        }
    }

    @Test
    void near_looks_have_a_part_in_common() throws IOException {
        var one = look(Photograph.jpeg(Photograph.scene(1), 0.9F));
        var other = new Look(one.across() ^ 0b1011L << 20, one.down() ^ 0b1111L << 40);
        assertThat(one.near(other)).isTrue();
        assertThat(java.util.stream.IntStream.range(0, Look.PARTS).filter(which -> one.part(which) == other.part(which))).isNotEmpty();
    }

    @Test
    void a_wall_says_too_little() throws IOException {
        assertThat(look(Photograph.jpeg(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), 0.9F)).saysEnough()).isFalse();
        assertThat(look(Photograph.jpeg(Photograph.scene(3), 0.9F)).saysEnough()).isTrue();
    }

    @Test
    void the_day_the_camera_wrote_is_read_from_the_original_and_is_gone_once_it_was_drawn_anew() throws IOException {
        var day = LocalDate.of(2025, 11, 3);
        var original = Files.write(folder.resolve("original"), Photograph.taken(Photograph.jpeg(Photograph.scene(1), 0.9F), day));
        assertThat(Pictures.takenOn(original)).contains(day);
        assertThat(Pictures.isReadable(original)).isTrue();
        assertThat(Pictures.takenOn(Files.write(folder.resolve("anew"), Pictures.bare(original).orElseThrow()))).isEmpty();
        assertThat(Pictures.takenOn(Files.write(folder.resolve("broken"), new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M'}))).isEmpty();
    }
}
