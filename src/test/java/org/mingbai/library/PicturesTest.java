package org.mingbai.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    /// One grey pixel, lossless.
    private static final byte[] SMALL = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    private static final int CANVAS = 100;

    @TempDir Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "picture", ".webp"), content);
    }

    /// A canvas of a hundred by a hundred, and on it what says of itself that it is as large as can be said.
    private static byte[] pretending(String name, byte[] picture, boolean inAFrame) {
        int frame = inAFrame ? 24 : 0;
        var file = ByteBuffer.allocate(30 + frame + 8 + picture.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WEBP"));
        file.put(ascii("VP8X")).putInt(10).putInt(inAFrame ? 2 : 0).put(new byte[] {CANVAS - 1, 0, 0, CANVAS - 1, 0, 0});
        if (inAFrame) {
            file.put(ascii("ANMF")).putInt(16 + 8 + picture.length).put(new byte[16]);
        }
        return file.put(ascii(name)).putInt(picture.length).put(picture).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] lossy(int side) {
        return ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] {0, 0, 0, (byte) 0x9d, 1, 0x2a})
                .putShort((short) side).putShort((short) side).array();
    }

    private static byte[] lossless(int side) {
        return ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x2f).putInt((side - 1) | (side - 1) << 14).put((byte) 0).array();
    }

    @Test
    void a_small_one_is_read() throws IOException {
        var file = file(SMALL);
        assertThat(WebP.pixels(file)).hasValue(1);
        assertThat(Pictures.isReadable(file)).isTrue();
        assertThat(Pictures.brightness(file, 3, 3)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_inside_is_measured_and_not_what_the_canvas_says(boolean inAFrame) throws IOException {
        assertThat(WebP.pixels(file(pretending("VP8 ", lossy(16_383), inAFrame)))).hasValue(16_383L * 16_383);
        assertThat(WebP.pixels(file(pretending("VP8L", lossless(16_384), inAFrame)))).hasValue(16_384L * 16_384);
        assertThat(WebP.pixels(file(pretending("VP8 ", lossy(CANVAS), inAFrame)))).hasValue(CANVAS * CANVAS);
    }

    @Test
    void a_file_of_sixty_bytes_sets_no_gigabytes_aside() throws IOException {
        for (var picture : new byte[][] {pretending("VP8 ", lossy(16_383), false), pretending("VP8 ", lossy(4_001), false)}) {
            var file = file(picture);
            assertThat(Pictures.isReadable(file)).isFalse();
            assertThat(Pictures.bare(file)).isEmpty();
            assertThat(Pictures.brightness(file, 3, 3)).isEmpty();
        }
    }

    @Test
    void what_is_cut_off_or_no_webp_is_said_to_have_no_size() throws IOException {
        assertThat(WebP.pixels(file(new byte[0]))).isEmpty();
        assertThat(WebP.pixels(file(ascii("GIF89a, and more than twelve")))).isEmpty();
        assertThat(WebP.pixels(file(java.util.Arrays.copyOf(SMALL, 14)))).hasValue(0);
    }
}
