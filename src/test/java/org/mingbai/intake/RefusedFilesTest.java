package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.Provokes;
import org.mingbai.intake.sheet.LedgerFiles;
import org.mingbai.intake.sheet.LedgerReading;
import org.mingbai.intake.sheet.ReadingOptions;
import org.mingbai.intake.sheet.workbook.FileRefusal;
import org.mingbai.intake.sheet.workbook.Limits;

/// Every file that is not read is refused with a sentence in both languages and the exit code 2; none hangs, none throws.
@Provokes("org.apache.poi")
class RefusedFilesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private record Ran(int code, String out, String err) {}

    @Test
    void an_empty_file_and_a_book_without_a_word() throws IOException {
        refused("leer.xlsx", new byte[0], "文件里没有内容");
        refused("leer.csv", " \r\n ,,\r\n".getBytes(StandardCharsets.UTF_8), "文件里没有内容");
    }

    @Test
    void a_file_locked_with_a_password() throws Exception {
        var locked = new ByteArrayOutputStream();
        try (var fs = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (var out = encryptor.getDataStream(fs)) {
                out.write(ledger());
            }
            fs.writeFilesystem(locked);
        }
        refused("台账.xlsx", locked.toByteArray(), "加了密码");
        try (var book = new HSSFWorkbook()) {
            fill(book);
            org.apache.poi.hssf.record.crypto.Biff8EncryptionKey.setCurrentUserPassword("geheim");
            try {
                refused("台账.xls", bytes(book), "加了密码");
            } finally {
                org.apache.poi.hssf.record.crypto.Biff8EncryptionKey.setCurrentUserPassword(null);
            }
        }
    }

    @Test
    void a_file_with_macros() throws IOException {
        refused("台账.xlsm", with(ledger(), "xl/vbaProject.bin", new byte[] {1, 2, 3}), "宏");
        refused("台账.xlsx", with(ledger(), "xl/vbaProject.bin", new byte[] {1, 2, 3}), "宏");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200, 1_000, 3_000})
    void a_file_cut_off(int length) throws IOException {
        var whole = ledger();
        refused("台账.xlsx", Arrays.copyOf(whole, Math.min(length, whole.length - 30)), "。");
        try (var book = new HSSFWorkbook()) {
            fill(book);
            refused("台账.xls", Arrays.copyOf(bytes(book), length), "。");
        }
    }

    @Test
    void damage_anywhere_is_refused_or_survived_but_never_thrown() throws IOException {
        var random = new Random(7);
        byte[] old;
        try (var book = new HSSFWorkbook()) {
            fill(book);
            old = bytes(book);
        }
        var whole = ledger();
        for (var i = 0; i < 60; i++) {
            for (var sound : new byte[][] {whole, old}) {
                var broken = sound.clone();
                for (var k = 0; k < 5; k++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                }
                assertThat(run(sound == old ? "台账.xls" : "台账.xlsx", broken).code()).isIn(0, 2);
            }
        }
    }

    @Test
    void other_kinds_of_file_under_the_name_of_a_ledger() throws IOException {
        refused("台账.xlsx", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.UTF_8), "不是台账文件");
        refused("台账.csv", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.UTF_8), "不是台账文件");
        refused("台账.xlsx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, "不是台账文件");
        refused("台账.xlsx", zip("word/document.xml", "<w:document/>", "[Content_Types].xml", "<Types/>"), "不是台账文件");
        refused("台账.xlsx", zip("readme.txt", "hello"), "不是台账文件");
        refused("台账.csv", ledgerlessBinary(), "不是台账文件");
        try (var fs = new POIFSFileSystem()) {
            fs.createDocument(new ByteArrayInputStream(new byte[5_000]), "WordDocument");
            var out = new ByteArrayOutputStream();
            fs.writeFilesystem(out);
            refused("台账.xls", out.toByteArray(), "不是台账文件");
        }
    }

    @Test
    void a_zip_bomb_by_size_or_by_ratio() throws IOException {
        refused("台账.xlsx", bomb(400), "解开后太大");
    }

    @Test
    void a_book_without_a_list_of_problems() throws IOException {
        refused("台账.csv", "姓名,年龄\n李敏,30\n吴刚,40\n".getBytes(StandardCharsets.UTF_8), "没有找到问题清单");
    }

    @Test
    void too_many_rows_sheets_or_signs_in_a_cell() throws IOException {
        var rows = "序号,问题,整改措施,责任单位\n" + "1,甲,乙,丙\n".repeat(1_000);
        assertThat(within(new Limits(200L << 20, 1L << 30, 200, 64L << 20, 10_000, 1_000, 192L << 20, 1_000, 100_000), rows))
                .isEqualTo(new LedgerReading.Stopped(new FileRefusal.TooLarge(FileRefusal.Limit.ROWS, 1_000)));
        refused("台账.csv", ("序号,问题,整改措施,责任单位\n1," + "长".repeat(100_001) + ",b,c\n").getBytes(StandardCharsets.UTF_8), "单元格太长");
        try (var book = new XSSFWorkbook()) {
            for (var i = 0; i < 1_001; i++) {
                book.createSheet();
            }
            refused("台账.xlsx", bytes(book), "工作表太多");
        }
    }

    private LedgerReading.Outcome within(Limits limits, String csv) throws IOException {
        var file = folder.resolve("台账.csv");
        Files.writeString(file, csv);
        var opening = LedgerFiles.open(file, "台账.csv", ReadingOptions.asOf(LocalDate.of(2023, 11, 20)).with(limits));
        try (var reading = ((LedgerFiles.Opened) opening).reading()) {
            return reading.forEach(_ -> { });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">",
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"})
    void a_document_type_in_any_part_is_refused(String doctype) throws IOException {
        for (var part : new String[] {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"}) {
            var ran = run("台账.xlsx", replaced(ledger(), part, doctype));
            assertThat(ran.code()).as(part).isEqualTo(2);
            assertThat(ran.out() + ran.err()).doesNotContain("root:");
        }
    }

    @Test
    void an_entity_nobody_declared_is_broken() throws IOException {
        refused("台账.xlsx", edited(ledger(), "xl/sharedStrings.xml", "停车位不足", "&geheim;"), "已损坏");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "../../../../etc/passwd", "http://127.0.0.1:9/sheet1.xml", "/etc/passwd"})
    void a_sheet_that_points_outside_the_file_is_not_followed(String target) throws IOException {
        var ran = run("台账.xlsx", edited(ledger(), "xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", target));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).doesNotContain("root:");
    }

    @Test
    void a_sound_ledger_is_not_refused() throws IOException {
        var ran = run("台账.xlsx", ledger());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("停车位不足");
    }

    private void refused(String name, byte[] content, String sentence) throws IOException {
        var ran = run(name, content);
        assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
        assertThat(ran.err()).contains(sentence);
        var lines = ran.err().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).matches("[^:]+: [\\x20-\\x7E–’“”]+\\.?.*");
    }

    private Ran run(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.write(file, content);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var code = Assertions.assertTimeoutPreemptively(SOON, () -> DryRun.run(file, LocalDate.of(2023, 11, 20), "json",
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), Locale.CHINESE));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static byte[] ledger() throws IOException {
        try (var book = new XSSFWorkbook()) {
            fill(book);
            return bytes(book);
        }
    }

    private static void fill(Workbook book) {
        var sheet = book.createSheet("台账");
        var table = new String[][] {{"序号", "问题", "整改措施", "责任单位"}, {"1", "停车位不足", "增设车位", "县医院"}, {"2", "挂号难", "增设窗口", "药政科"}};
        for (var r = 0; r < table.length; r++) {
            var row = sheet.createRow(r);
            for (var c = 0; c < table[r].length; c++) {
                row.createCell(c).setCellValue(table[r][c]);
            }
        }
    }

    private static byte[] bytes(Workbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static byte[] ledgerlessBinary() {
        var bytes = new byte[4_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private interface Edit {
        byte[] of(String name, byte[] part);
    }

    private static byte[] edit(byte[] book, Edit edit) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(book)); var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(edit.of(entry.getName(), in.readAllBytes()));
            }
        }
        return out.toByteArray();
    }

    private static byte[] with(byte[] book, String part, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(book)); var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] edited(byte[] book, String part, String from, String to) throws IOException {
        return edit(book, (name, content) -> name.equals(part)
                ? new String(content, StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8) : content);
    }

    private static byte[] replaced(byte[] book, String part, String doctype) throws IOException {
        return edit(book, (name, content) -> name.equals(part)
                ? new String(content, StandardCharsets.UTF_8).replaceFirst("(?s)^(<\\?xml.*?\\?>)?", "$1" + doctype.replace("$",
                "\\$")).getBytes(StandardCharsets.UTF_8) : content);
    }

    /// A sheet whose unpacked size is far beyond what it takes packed.
    private static byte[] bomb(int megabytes) throws IOException {
        var block = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(ledger())); var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    zip.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>".getBytes(StandardCharsets.UTF_8));
                    for (var i = 0; i < megabytes; i++) {
                        zip.write(block);
                    }
                    zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(zip);
                }
            }
        }
        return out.toByteArray();
    }
}
