package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Presence;
import org.mingbai.directory.Right;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.LightColour;
import org.mingbai.shell.page.LightName;
import org.mingbai.shell.page.LightSign;
import org.mingbai.supervision.Offices;
import org.mingbai.supervision.OwnLights;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The words and colours of the lights, for everybody to read and the coordinator to set.
@Controller
@Needs(Right.SEE_TIME_RULES)
class LightNamePages {

    private static final String LIGHTS = LimitPages.ALL + "/lights";

    /// Houses where blue is on track, and houses where red is praise.
    private static final Map<String, Map<LightSign, LightColour>> SETS = Map.of(
            "blue", Map.of(LightSign.ON_TRACK, LightColour.BLUE, LightSign.AT_RISK, LightColour.AMBER, LightSign.LATE, LightColour.RED),
            "praise", Map.of(LightSign.ON_TRACK, LightColour.RED, LightSign.AT_RISK, LightColour.AMBER, LightSign.LATE, LightColour.BLUE));

    private final Offices offices;
    private final OwnLights lights;

    LightNamePages(OwnLights lights, Offices offices) {
        this.offices = offices;
        this.lights = lights;
    }

    @GetMapping(LIGHTS)
    ModelAndView lights(Presence present, @RequestParam(defaultValue = "") String set) {
        var names = new EnumMap<LightSign, LightName>(lights.all(present.who().tenant()));
        if (set.equals("plain") || SETS.containsKey(set)) {
            names.putAll(OwnLights.shipped());
        }
        SETS.getOrDefault(set, Map.of()).forEach((sign, colour) -> {
            var key = "supervision.rule.light.set." + set + "." + sign;
            names.put(sign, new LightName(Words.in(Locale.SIMPLIFIED_CHINESE).of(key), Words.in(Locale.ENGLISH).of(key), colour));
        });
        var rows = names.entrySet().stream().map(it -> new LightsPage.Row(it.getKey(), it.getValue().zh(), it.getValue().en(), it.getValue().colour().name()))
                .toList();
        return View.of("supervision/lights", page(present, rows, FieldErrors.none()));
    }

    private static LightsPage page(Presence present, List<LightsPage.Row> rows, FieldErrors errors) {
        return new LightsPage(rows,
                Arrays.stream(LightColour.values())
                        .map(colour -> new Choice(colour.name(), t("supervision.rule.light.colour." + colour.name().toLowerCase(Locale.ROOT)))).toList(),
                Stream.of("plain", "blue", "praise").map(set -> new Link(t("supervision.rule.light.set." + set), LIGHTS + "?set=" + set)).toList(),
                present.may(Right.KEEP_TIME_RULES), errors);
    }

    @Needs(Right.KEEP_TIME_RULES)
    @PostMapping(LIGHTS)
    ModelAndView name(Presence present, Keeper by, @RequestParam MultiValueMap<String, String> form) {
        offices.mustBeOne(present.who());
        var names = new EnumMap<LightSign, LightName>(LightSign.class);
        var rows = Arrays.stream(LightSign.values()).map(sign -> new LightsPage.Row(sign, LimitTyping.one(form, "zh-" + sign.css()),
                LimitTyping.one(form, "en-" + sign.css()), LimitTyping.one(form, "colour-" + sign.css()))).toList();
        var errors = FieldErrors.none();
        for (var row : rows) {
            errors = named(errors, "zh-" + row.sign().css(), row.zh());
            errors = named(errors, "en-" + row.sign().css(), row.en());
            var colour = Arrays.stream(LightColour.values()).filter(it -> it.name().equals(row.colour())).findFirst();
            if (colour.isPresent()) {
                names.put(row.sign(), new LightName(row.zh(), row.en(), colour.get()));
            } else {
                errors = errors.with("colour-" + row.sign().css(), t("supervision.rule.light.wrong.colour"));
            }
        }
        errors = apart(apart(errors, rows, true), rows, false);
        if (errors.any()) {
            return View.of("supervision/lights", page(present, rows, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        lights.name(by, names);
        return View.seeOther(LIGHTS, t("supervision.rule.light.done"));
    }

    private static FieldErrors named(FieldErrors errors, String field, String name) {
        boolean fits = !name.isEmpty() && name.codePointCount(0, name.length()) <= OwnLights.NAME_MAX;
        return fits ? errors : errors.with(field, t("supervision.rule.light.wrong", OwnLights.NAME_MAX));
    }

    /// The word comes before the colour, so two lights must not bear the same.
    private static FieldErrors apart(FieldErrors errors, List<LightsPage.Row> rows, boolean chinese) {
        var seen = new HashSet<String>();
        for (var row : rows) {
            var name = chinese ? row.zh() : row.en();
            if (!name.isEmpty() && !seen.add(name)) {
                errors = errors.with((chinese ? "zh-" : "en-") + row.sign().css(), t("supervision.rule.light.twice"));
            }
        }
        return errors;
    }
}
