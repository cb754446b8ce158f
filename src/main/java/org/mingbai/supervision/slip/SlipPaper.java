package org.mingbai.supervision.slip;

import com.deepoove.poi.XWPFTemplate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Words;
import org.springframework.stereotype.Component;

/// A slip as a document in the form of GB/T 9704-2012: a draft that people check, seal and send through their own registry. Official papers are
/// written in Chinese, whatever language the reader's pages are in.
@Component
class SlipPaper {

    private static final String TEMPLATE = "/papers/slip.docx";
    private static final Words WORDS = Words.in(Locale.CHINESE);
    private static final List<String> ORDINALS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

    private final Directory directory;
    private final Clock clock;

    SlipPaper(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    byte[] of(TenantId tenant, Slip slip) {
        var content = slip.content();
        var sections = new Sections();
        sections.add("basis", content.basis());
        sections.add("requirement", content.requirement());
        sections.add("gap", content.gap());
        sections.add("duties", duties(tenant, slip));
        var kind = WORDS.of("ledger.slip." + slip.kind());
        var values = sheet(unit(tenant, slip.from()), slip.number() == null ? WORDS.of("supervision.slip.paper.unnumbered") : slip.number().printed(),
                content.title(), content.title().contains(kind) ? "" : WORDS.of("supervision.slip.paper.kind", kind), unit(tenant, slip.to()), sections);
        values.put("closing", Map.of("text", closing(slip)));
        values.put("enclosed", content.enclosed() != null);
        values.put("attachments", attachments(content.enclosed()));
        values.put("signature", unit(tenant, slip.from()));
        values.put("dated", day(slip.signedAt() == null ? LocalDate.now(clock) : slip.signedAt().atZoneSameInstant(clock.getZone()).toLocalDate()));
        if (content.contact() != null) {
            values.put("note", Map.of("text", WORDS.of("supervision.slip.paper.contact", content.contact())));
        }
        return written(values);
    }

    byte[] of(TenantId tenant, Slip slip, Feedback feedback) {
        var report = feedback.report();
        var sections = new Sections();
        sections.add("progress", report.progress());
        sections.add("evidence", report.evidence());
        sections.add("difficulties", report.difficulties());
        sections.add("nextStep", report.nextStep());
        sections.add("support", report.support());
        var values = sheet(unit(tenant, slip.to()), WORDS.of("supervision.slip.paper.feedback-number", slip.name(), feedback.no()),
                WORDS.of("supervision.slip.paper.feedback-title", slip.content().title()),
                WORDS.of("supervision.slip.paper.kind", WORDS.of("ledger.slip.FEEDBACK")), unit(tenant, slip.from()), sections);
        values.put("attachments", List.of());
        values.put("signature", unit(tenant, slip.to()));
        values.put("dated", day(feedback.at().atZoneSameInstant(clock.getZone()).toLocalDate()));
        values.put("note", Map.of("text", WORDS.of("supervision.slip.paper.signer", report.signer())));
        return written(values);
    }

    /// The levels 一、二、… under their headings, each line of a text a paragraph.
    private static final class Sections {

        private final List<Map<String, Object>> all = new ArrayList<>();

        void add(String field, @Nullable String text) {
            if (text != null && !text.isBlank()) {
                all.add(Map.of("heading", ORDINALS.get(all.size()) + "、" + WORDS.of("supervision.slip.field." + field),
                        "paragraphs", text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(line -> Map.of("text", line)).toList()));
            }
        }
    }

    private static Map<String, Object> sheet(String issuer, String number, String title, String kind, String to,
            Sections sections) {
        var values = new LinkedHashMap<String, Object>();
        values.put("issuer", issuer);
        values.put("number", number);
        values.put("title", title);
        if (!kind.isEmpty()) {
            values.put("kind", Map.of("text", kind));
        }
        values.put("to", to);
        values.put("sections", sections.all);
        return values;
    }

    private @Nullable String duties(TenantId tenant, Slip slip) {
        var content = slip.content();
        var lines = Stream.of(
                line("leadLeader", content.leadLeader()),
                line("supportingLeader", content.supportingLeader()),
                line("supporting", content.supporting().stream().map(unit -> unit(tenant, unit)).collect(Collectors.joining("、"))),
                line("due", content.due() == null ? null : day(content.due())),
                line("reporting", content.everyDays() == null ? null : WORDS.of("supervision.slip.every", content.everyDays())))
                .flatMap(Stream::ofNullable).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    private static @Nullable String line(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : WORDS.of("supervision.slip.paper.line", WORDS.of("supervision.slip.field." + field), text);
    }

    private static String closing(Slip slip) {
        return WORDS.of("supervision.slip.paper.closing." + slip.kind(), day(slip.answerBy()));
    }

    private static List<Map<String, Object>> attachments(@Nullable String names) {
        if (names == null) {
            return List.of();
        }
        var all = names.lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < all.size(); i++) {
            var lead = i == 0 ? WORDS.of("supervision.slip.paper.attachments") : "　　　";
            rows.add(Map.of("line", all.size() == 1 ? lead + all.get(i) : lead + (i + 1) + ". " + all.get(i)));
        }
        return rows;
    }

    private String unit(TenantId tenant, OrganisationId unit) {
        return directory.treeOf(tenant).unit(unit).map(it -> it.name()).orElse("");
    }

    /// Arabic digits, nothing padded with zeros.
    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static byte[] written(Map<String, Object> values) {
        try (var source = java.util.Objects.requireNonNull(SlipPaper.class.getResourceAsStream(TEMPLATE));
                var template = XWPFTemplate.compile(source).render(values);
                var out = new ByteArrayOutputStream()) {
            template.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
