package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mingbai.directory.Directory;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.LedgerExport;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Policy;
import org.mingbai.ledger.Register;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Reads a register page by page and writes each page before it reads the next.
@Component
class RegisterExport implements LedgerExport {

    private static final int PAGE = 500;

    private final Matters matters;
    private final Directory directory;
    private final Clock clock;

    RegisterExport(Matters matters, Directory directory, Clock clock) {
        this.matters = matters;
        this.directory = directory;
        this.clock = clock;
    }

    private interface Opening {
        ExportSheet open(List<String> heads) throws IOException;
    }

    @Override
    public long workbook(SignedIn who, Register register, MatterFilter filter, Locale language, OutputStream out) throws IOException {
        var columns = LedgerExport.columns(register.policy());
        return in(language, () -> written(who, register, filter, heads -> new ExportWorkbook(out, register.name(language), columns, heads)));
    }

    @Override
    public long csv(SignedIn who, Register register, MatterFilter filter, Locale language, OutputStream out) throws IOException {
        return in(language, () -> written(who, register, filter, heads -> new ExportCsv(out, heads)));
    }

    private interface Writing {
        long write() throws IOException;
    }

    /// Words are looked up in the language of the thread, which a command line has not set.
    private static long in(Locale language, Writing writing) throws IOException {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            return writing.write();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private long written(SignedIn who, Register register, MatterFilter filter, Opening opening) throws IOException {
        var columns = LedgerExport.columns(register.policy());
        var heads = Stream.concat(Stream.of(t("ledger.export.number")), columns.stream().map(ColumnLabel::of)).toList();
        var names = new Naming(directory, who.tenant());
        var now = clock.instant();
        long count = 0;
        var sheet = opening.open(heads);
        var asked = filter.from(filter.after(), filter.order(), PAGE);
        while (asked != null) {
            var page = matters.page(who, asked);
            for (var matter : page.matters()) {
                var cells = new MatterCells(matter, page.journals().get(matter.id()),
                        Lights.of(matter.stage().named(), page.turnings().get(matter.id()), now), names::unit, names::person);
                sheet.row(row(MatterNumber.of(matter), cells, columns));
                count++;
            }
            sheet.flush();
            asked = page.next().map(next -> filter.from(next, filter.order(), PAGE)).orElse(null);
        }
        sheet.end();
        return count;
    }

    private static List<Cell> row(MatterNumber number, MatterCells cells, List<Policy.Column> columns) {
        var row = new ArrayList<Cell>(columns.size() + 1);
        row.add(new Cell.Text(number.printed()));
        columns.forEach(column -> row.add(cells.of(column)));
        return row;
    }
}
