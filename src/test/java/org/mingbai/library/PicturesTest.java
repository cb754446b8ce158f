package org.mingbai.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

    /// One grey pixel, lossless.
    private static final byte[] LOSSLESS = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    private static final int CANVAS = 100;

    @TempDir Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "picture", ".webp"), content);
    }

    private static Optional<Long> pixels(Path file) throws IOException {
        return WebP.size(file).map(WebP.Size::pixels);
    }

    /// A canvas, and on it what says of itself that it is as large.
    private static byte[] extended(int side, int flags, byte[]... parts) {
        var file = ByteBuffer.allocate(30 + Arrays.stream(parts).mapToInt(part -> part.length).sum()).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WEBP"));
        file.put(ascii("VP8X")).putInt(10).putInt(flags).put(three(side - 1)).put(three(side - 1));
        for (var part : parts) {
            file.put(part);
        }
        return file.array();
    }

    private static byte[] simple(byte[] part) {
        return ByteBuffer.allocate(12 + part.length).order(ByteOrder.LITTLE_ENDIAN).put(ascii("RIFF")).putInt(4 + part.length).put(ascii("WEBP")).put(part)
                .array();
    }

    private static byte[] part(String name, int length, byte[] content) {
        return ByteBuffer.allocate(8 + content.length).order(ByteOrder.LITTLE_ENDIAN).put(ascii(name)).putInt(length).put(content).array();
    }

    private static byte[] part(String name, byte[] content) {
        return part(name, content.length, content);
    }

    private static byte[] frame(int side, byte[] part) {
        return part("ANMF", ByteBuffer.allocate(16 + part.length).put(new byte[6]).put(three(side - 1)).put(three(side - 1)).put(new byte[4]).put(part)
                .array());
    }

    private static byte[] three(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)};
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Grey, as its reader takes nothing but zeros.
    private static byte[] lossy(int side) {
        return ByteBuffer.allocate(4000).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] {0, 0, 0, (byte) 0x9d, 1, 0x2a})
                .putShort((short) side).putShort((short) side).array();
    }

    private static byte[] lossless(int side) {
        return ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x2f).putInt((side - 1) | (side - 1) << 14).put((byte) 0).array();
    }

    @Test
    void a_small_one_is_read() throws IOException {
        var file = file(simple(part("VP8 ", lossy(40))));
        assertThat(pixels(file)).hasValue(1_600L);
        assertThat(Pictures.isReadable(file)).isTrue();
        assertThat(Pictures.brightness(file, 3, 3)).isPresent();
    }

    @Test
    void what_is_inside_is_measured_and_not_what_the_canvas_says() throws IOException {
        for (int side : new int[] {CANVAS, 16_383}) {
            var part = part("VP8 ", lossy(side));
            assertThat(pixels(file(simple(part)))).hasValue((long) side * side);
            assertThat(pixels(file(extended(side, 0, part)))).hasValue((long) side * side);
            assertThat(pixels(file(extended(side, 2, frame(side, part))))).hasValue((long) side * side);
        }
        var large = part("VP8 ", lossy(16_383));
        assertThat(pixels(file(extended(CANVAS, 0, large)))).isEmpty();
        assertThat(pixels(file(extended(CANVAS, 2, frame(CANVAS, large))))).isEmpty();
    }

    private void isLeftAlone(byte[] content) throws IOException {
        var file = file(content);
        assertThat(Pictures.isReadable(file)).isFalse();
        assertThat(Pictures.bare(file)).isEmpty();
        assertThat(Pictures.brightness(file, 3, 3)).isEmpty();
    }

    @Test
    void a_small_file_sets_no_gigabytes_aside() throws IOException {
        isLeftAlone(extended(CANVAS, 0, part("VP8 ", lossy(16_383))));
        isLeftAlone(extended(4_001, 0, part("VP8 ", lossy(4_001))));
        isLeftAlone(simple(part("VP8 ", lossy(4_001))));
    }

    /// However small: how long its reader is busy cannot be told from its size.
    @Test
    void a_lossless_one_and_one_that_is_seen_through_are_left_alone() throws IOException {
        isLeftAlone(LOSSLESS);
        isLeftAlone(extended(1, 0, Arrays.copyOfRange(LOSSLESS, 12, LOSSLESS.length)));
        isLeftAlone(simple(part("VP8L", lossless(16_384))));
        isLeftAlone(extended(40, 0x10, part("ALPH", new byte[] {0, 1}), part("VP8 ", lossy(40))));
    }

    @Test
    void what_its_reader_forgives_is_left_alone() throws IOException {
        var codeless = lossy(16_383);
        Arrays.fill(codeless, 3, 6, (byte) 0);
        isLeftAlone(extended(CANVAS, 0, part("VP8 ", codeless)));
        isLeftAlone(extended(CANVAS, 0, part("VP8 ", 8, lossy(16_383))));
        isLeftAlone(extended(CANVAS, 0, part("ANMF", ByteBuffer.allocate(24).put(new byte[16]).put(part("JUNK", 100_000, new byte[0])).array()),
                part("VP8 ", lossy(16_383))));
        isLeftAlone(extended(CANVAS, 0, part("VP8 ", lossy(CANVAS)), part("VP8 ", lossy(16_383))));
        isLeftAlone(extended(CANVAS, 2, frame(CANVAS, part("VP8 ", lossy(CANVAS))), part("VP8 ", lossy(CANVAS))));
        isLeftAlone(extended(CANVAS, 0, part("VP8 ", 1 << 30, lossy(CANVAS))));
        isLeftAlone(extended(CANVAS, 0));
    }

    @Test
    void a_profile_of_colours_is_as_long_as_it_says() throws IOException {
        var profile = new byte[200];
        ByteBuffer.wrap(profile).putInt(2_000_000_000).position(36).put(ascii("acsp"));
        isLeftAlone(extended(CANVAS, 0x20, part("ICCP", profile), part("VP8 ", lossy(CANVAS))));
    }

    /// By the thread that draws.
    private static long setAside() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds())).filter(it -> it != null && it.getThreadName().equals("drawing"))
                .mapToLong(it -> threads.getThreadAllocatedBytes(it.getThreadId())).sum();
    }

    @Test
    void whatever_is_called_readable_is_drawn_within_bounds() throws IOException {
        var random = new Random(9649);
        var whole = List.of(simple(part("VP8 ", lossy(40))), extended(40, 0, part("VP8 ", lossy(40))),
                extended(40, 2, part("ANIM", new byte[6]), frame(40, part("VP8 ", lossy(40))), frame(40, part("VP8 ", lossy(40)))));
        assertThat(whole).allSatisfy(content -> assertThat(Pictures.bare(file(content))).isPresent());
        int readable = 0;
        for (int i = 0; i < 2_000; i++) {
            var content = changed(whole.get(random.nextInt(whole.size())), random);
            var file = file(content);
            if (Pictures.isReadable(file)) {
                readable++;
                assertThat(pixels(file)).as("try %s", i).hasValueSatisfying(pixels -> assertThat(pixels).isLessThanOrEqualTo(16_000_000));
                long before = setAside();
                Pictures.bare(file);
                assertThat(setAside() - before).as("try %s", i).isLessThan((64L << 20) + 150 * pixels(file).orElseThrow());
            } else {
                assertThat(Pictures.bare(file)).as("try %s", i).isEmpty();
            }
            Files.delete(file);
        }
        assertThat(readable).as("tries that came through").isGreaterThan(100);
    }

    /// One to four places near the beginning, each a byte, a bit or a whole number at the edge.
    private static byte[] changed(byte[] whole, Random random) {
        var content = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(Math.min(120, whole.length) - 4);
            switch (random.nextInt(4)) {
                case 0 -> content.put(at, (byte) random.nextInt());
                case 1 -> content.put(at, (byte) (content.get(at) ^ 1 << random.nextInt(8)));
                case 2 -> content.putInt(at, List.of(0, 1, 8, 10, 16_383, 0x3fff3fff, 1 << 30, -1).get(random.nextInt(8)));
                default -> content.put(at, ascii(List.of("VP8 ", "VP8L", "VP8X", "ANMF", "ALPH", "ICCP").get(random.nextInt(6))));
            }
        }
        return content.array();
    }

    @Test
    void what_is_cut_off_or_no_webp_is_said_to_have_no_size() throws IOException {
        assertThat(pixels(file(new byte[0]))).isEmpty();
        assertThat(pixels(file(ascii("GIF89a, and more than twelve")))).isEmpty();
        assertThat(pixels(file(Arrays.copyOf(LOSSLESS, 14)))).isEmpty();
    }

    /// Black, with sixteen bits for each of red, green, blue and what is seen through.
    private static byte[] deep(int side, int rows) throws IOException {
        var file = new ByteArrayOutputStream();
        var out = new DataOutputStream(file);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        write(out, "IHDR", ByteBuffer.allocate(13).putInt(side).putInt(side).put(new byte[] {16, 6, 0, 0, 0}).array());
        var packed = new ByteArrayOutputStream();
        try (var pack = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            for (int row = 0; row < rows; row++) {
                pack.write(new byte[1 + 8 * side]);
            }
        }
        write(out, "IDAT", packed.toByteArray());
        write(out, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void write(DataOutputStream out, String name, byte[] content) throws IOException {
        var sum = new CRC32();
        sum.update(ascii(name));
        sum.update(content);
        out.writeInt(content.length);
        out.write(ascii(name));
        out.write(content);
        out.writeInt((int) sum.getValue());
    }

    @Test
    void bytes_are_bounded_and_not_pixels_alone_and_a_large_one_is_not_held_whole() throws IOException {
        isLeftAlone(deep(7_745, 1));
        var large = file(deep(4_000, 4_000));
        assertThat(Pictures.isReadable(large)).isTrue();
        long before = setAside();
        var drawn = ImageIO.read(new ByteArrayInputStream(Pictures.bare(large).orElseThrow()));
        assertThat(setAside() - before).as("of 128 MB").isLessThan(100L << 20);
        assertThat(drawn.getWidth()).isEqualTo(1_600);
        assertThat(drawn.getHeight()).isEqualTo(1_600);
    }
}
