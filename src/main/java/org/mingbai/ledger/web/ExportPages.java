package org.mingbai.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.LedgerExport;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// A register as a file, with the question its page was asked. Each leaves a line in the audit trail before the first byte goes out.
@Controller
@Needs(Right.EXPORT_LEDGER)
class ExportPages {

    private final Registers registers;
    private final LedgerExport export;
    private final AuditTrail audit;
    private final Clock clock;

    ExportPages(Registers registers, LedgerExport export, AuditTrail audit, Clock clock) {
        this.registers = registers;
        this.export = export;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/registers/{code}/export.xlsx")
    void workbook(SignedIn who, @PathVariable String code, @RequestParam MultiValueMap<String, String> asked, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        var register = known(who, code);
        var query = understood(code, asked);
        begin(who, register, query, request, response, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        export.workbook(who, register, query.filter(clock.instant()), RegisterPages.locale(), response.getOutputStream());
    }

    @GetMapping("/registers/{code}/export.csv")
    void csv(SignedIn who, @PathVariable String code, @RequestParam MultiValueMap<String, String> asked, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        var register = known(who, code);
        var query = understood(code, asked);
        begin(who, register, query, request, response, "csv", "text/csv;charset=UTF-8");
        export.csv(who, register, query.filter(clock.instant()), RegisterPages.locale(), response.getOutputStream());
    }

    /// A file does not say what was left out of its question, so a question that makes no sense gets no file.
    private static RegisterQuery understood(String code, MultiValueMap<String, String> asked) {
        var read = RegisterQueryReader.read(code, asked);
        if (!read.faults().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return read.query().at(null, false);
    }

    private Register known(SignedIn who, String code) {
        return registers.register(who.tenant(), code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void begin(SignedIn who, Register register, RegisterQuery query, HttpServletRequest request, HttpServletResponse response, String ending,
            String type) {
        audit.exported(Keeper.of(who, request.getRemoteAddr()), register.zh(), Map.of("file", ending, "query", query.query()));
        response.setContentType(type);
        var name = register.name(RegisterPages.locale()) + " " + LocalDate.now(clock) + "." + ending;
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
