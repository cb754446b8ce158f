package org.mingbai.intake.site.web;

import static org.mingbai.shell.Words.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.intake.Following;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.site.Site;
import org.mingbai.intake.site.Sites;
import org.mingbai.ledger.seal.LogProof;
import org.mingbai.ledger.seal.Seals;
import org.mingbai.ledger.seal.Standing;
import org.mingbai.ledger.seal.VerifyingKey;
import org.mingbai.shell.Pace;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Whoever raised something takes the proof of it home, and anybody holds such a proof against the log.
@Controller
@Needs(Right.PUBLIC)
class ProofPages {

    private static final int RECEIPT_MAX = LogProof.CHARACTERS_MAX;
    /// Where the receipt itself proves nothing: what it says is not shown as something that was sealed.
    private static final Set<Standing> UNPROVED = EnumSet.of(Standing.OTHER_LOG, Standing.NOT_SIGNED, Standing.CONTESTED, Standing.LEADS_NOWHERE);
    /// What of an entry its holder knows by name.
    private static final SequencedMap<String, String> WORDS = words();
    private static final String FILE = "receipt.tlog-proof";

    private final Sites sites;
    private final Following following;
    private final Seals seals;
    private final Pace codes;
    private final Pace checks;

    ProofPages(Sites sites, Following following, Seals seals, Paces paces) {
        this.sites = sites;
        this.following = following;
        this.seals = seals;
        this.codes = paces.codes();
        this.checks = paces.checks();
    }

    /// The code travels in the form or the cookie, as for the story. Where there is nothing to give the story's own page says why.
    @PostMapping("/p/{tenant}/r/proof")
    Object proof(@PathVariable String tenant, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        var site = sites.of(tenant);
        if (codes.take(request.getRemoteAddr()).isPresent()) {
            return View.seeOther(site.href() + "/r");
        }
        if (!(following.proof(site.tenant(), CodeCookie.code(request).orElse(code)) instanceof VoiceAnswer.Done<Optional<LogProof>>(var proof))) {
            return View.seeOther(site.href() + "/r");
        }
        codes.giveBack(request.getRemoteAddr());
        return proof.<Object>map(it -> ResponseEntity.ok().contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(FILE).build().toString())
                .body(it.written())).orElseGet(() -> View.seeOther(site.href() + "/r/story"));
    }

    @GetMapping("/p/{tenant}/check")
    ModelAndView form(@PathVariable String tenant) {
        return View.of("intake/site/check", page(sites.of(tenant), "", FieldErrors.none(), Optional.empty()));
    }

    @PostMapping("/p/{tenant}/check")
    ModelAndView check(@PathVariable String tenant, @RequestParam(defaultValue = "") String receipt,
            @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var site = sites.of(tenant);
        var brought = file == null || file.isEmpty() ? receipt : file.getSize() > RECEIPT_MAX ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
        var late = checks.take(request.getRemoteAddr());
        if (late.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(late.get().toSeconds() + 1));
            return View.of("intake/site/check", page(site, receipt, FieldErrors.none().with("receipt", Waits.words(late.get())), Optional.empty()),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        var standing = seals.standing(site.tenant(), brought);
        if (standing == Standing.NO_RECEIPT) {
            var none = FieldErrors.none().with("receipt", t("intake.site.check.none"));
            return View.of("intake/site/check", page(site, receipt.length() > RECEIPT_MAX ? "" : receipt, none, Optional.empty()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return View.of("intake/site/check", page(site, brought, FieldErrors.none(), Optional.of(result(site, standing, brought))));
    }

    private CheckPage page(Site site, String receipt, FieldErrors errors, Optional<CheckPage.Result> result) {
        List<String> keys = seals.keys(site.tenant()).stream().map(VerifyingKey::written).toList();
        return new CheckPage(site, receipt, errors, result, "/log/" + site.tenant().value(), keys);
    }

    private CheckPage.Result result(Site site, Standing standing, String receipt) {
        var proof = LogProof.read(receipt).orElseThrow();
        return new CheckPage.Result(standing == Standing.STANDS, t("intake.site.check." + standing.name()),
                UNPROVED.contains(standing) ? "" : t("intake.site.check.place", proof.index() + 1, proof.checkpoint().size()),
                said(proof, standing), standing == Standing.CHANGED ? now(site, proof) : List.of());
    }

    private static SequencedMap<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("body.subject.title", "intake.site.check.said.title");
        words.put("body.subject.text", "intake.site.check.said.text");
        words.put("body.subject.place", "intake.site.check.said.place");
        words.put("at", "intake.site.check.said.at");
        return words;
    }

    private static List<CheckPage.Said> said(LogProof proof, Standing standing) {
        var opening = proof.opening();
        if (opening == null || UNPROVED.contains(standing) || !proof.opens()) {
            return List.of();
        }
        var fields = opening.fields();
        return WORDS.entrySet().stream().filter(word -> fields.containsKey(word.getKey()))
                .map(word -> new CheckPage.Said(t(word.getValue()), fields.get(word.getKey()))).toList();
    }

    /// Only to those who bring what was sealed: it was theirs.
    private List<CheckPage.Said> now(Site site, LogProof proof) {
        var opening = proof.opening();
        return opening == null ? List.of() : seals.now(site.tenant(), proof).map(opening::differences).orElse(List.of()).stream()
                .map(it -> new CheckPage.Said(WORDS.containsKey(it.field()) ? t(WORDS.get(it.field())) : it.field(), it.is() == null ? "" : it.is()))
                .toList();
    }
}
