package org.mingbai.supervision.slip.web;

import static org.mingbai.shell.Words.t;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.Offices;
import org.mingbai.supervision.slip.Ladder;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipSettings;
import org.mingbai.supervision.slip.Slips;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Code words and the ladder.
@Controller
@Needs(Right.KEEP_SLIPS)
class SettingsPages {

    private static final String HERE = "/slips/settings";

    private final Offices offices;
    private final Slips slips;
    private final SlipSettings settings;
    private final Directory directory;

    SettingsPages(Slips slips, SlipSettings settings, Directory directory, Offices offices) {
        this.offices = offices;
        this.slips = slips;
        this.settings = settings;
        this.directory = directory;
    }

    @GetMapping(HERE)
    ModelAndView settings(SignedIn who) {
        return View.of("supervision/slipsettings", page(who, FieldErrors.none(), ""));
    }

    @PostMapping("/slips/code-words")
    ModelAndView setCodeWord(SignedIn who, Keeper by, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String codeWord) {
        var names = new Names(directory, who.tenant());
        var unit = new OrganisationId(from.matches("[0-9]{1,18}") ? Long.parseLong(from) : 0);
        var meant = Arrays.stream(SlipKind.values()).filter(it -> it.name().equals(kind)).findFirst().orElse(null);
        if (meant == null && !kind.isEmpty()) {
            var errors = FieldErrors.none().with("kind", t("supervision.slip.refusal.Missing", Names.label("kind")), Names.label("kind"));
            return View.of("supervision/slipsettings", page(who, errors, codeWord), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var refusal = settings.setCodeWord(who, by, unit, meant, codeWord);
        return refusal.map(why -> View.of("supervision/slipsettings", page(who, FieldErrors.none().with(why.field(), names.told(why)), codeWord),
                        HttpStatus.UNPROCESSABLE_CONTENT))
                .orElseGet(() -> View.seeOther(HERE, t("supervision.slip.code-words.saved")));
    }

    @PostMapping("/slips/ladder")
    ModelAndView setLadder(SignedIn who, Keeper by, @RequestParam Map<String, String> typed) {
        offices.mustBeOne(who);
        var names = new Names(directory, who.tenant());
        var rows = Arrays.stream(SlipKind.values()).map(kind -> new SettingsPage.Rung(kind.name(), Names.kind(kind),
                one(typed, "place-" + kind), one(typed, "colour-" + kind), one(typed, "basis-" + kind))).toList();
        var errors = FieldErrors.none();
        var places = new TreeMap<Integer, Ladder.Rung>();
        for (var row : rows) {
            if (row.place().isEmpty()) {
                continue;
            }
            int place = row.place().matches("[1-9]") ? Integer.parseInt(row.place()) : 0;
            if (place == 0 || places.containsKey(place)) {
                errors = errors.with("place-" + row.kind(), t("supervision.slip.ladder.place.wrong"), row.name());
            } else if (row.basis().isEmpty()) {
                errors = errors.with("basis-" + row.kind(), t("supervision.slip.refusal.Missing", Names.label("basis")), row.name());
            } else {
                places.put(place, new Ladder.Rung(SlipKind.valueOf(row.kind()), row.colour().isEmpty() ? null : row.colour(), row.basis()));
            }
        }
        if (!errors.any()) {
            var refusal = settings.setLadder(by, List.copyOf(places.values()));
            if (refusal.isEmpty()) {
                return View.seeOther(HERE, t("supervision.slip.ladder.saved"));
            }
            errors = errors.with(refusal.get().field(), names.told(refusal.get()));
        }
        return View.of("supervision/slipsettings", page(who, errors, "", rows), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String one(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private SettingsPage page(SignedIn who, FieldErrors errors, String codeWord) {
        var rungs = slips.ladder(who.tenant()).rungs();
        var rows = Arrays.stream(SlipKind.values()).map(kind -> {
            var rung = rungs.stream().filter(it -> it.kind() == kind).findFirst();
            return new SettingsPage.Rung(kind.name(), Names.kind(kind), rung.map(it -> Integer.toString(rungs.indexOf(it) + 1)).orElse(""),
                    rung.map(Ladder.Rung::colour).orElse(""), rung.map(Ladder.Rung::basis).orElse(""));
        }).toList();
        return page(who, errors, codeWord, rows);
    }

    private SettingsPage page(SignedIn who, FieldErrors errors, String codeWord, List<SettingsPage.Rung> ladder) {
        var names = new Names(directory, who.tenant());
        var offices = Access.unitsWhere(who, Right.KEEP_SLIPS).stream().sorted(Comparator.comparing(OrganisationId::value))
                .map(unit -> new SettingsPage.Office(unit.value(), names.unit(unit), codeWords(who, unit))).toList();
        var kinds = Arrays.stream(SlipKind.values()).map(it -> new Choice(it.name(), Names.kind(it))).toList();
        return new SettingsPage(offices, kinds, ladder, errors, codeWord);
    }

    private List<Choice> codeWords(SignedIn who, OrganisationId unit) {
        return settings.codeWords(who.tenant(), unit).entrySet().stream()
                .map(it -> new Choice(it.getValue(), it.getKey().map(Names::kind).orElseGet(() -> t("supervision.slip.code-words.all")))).toList();
    }
}
