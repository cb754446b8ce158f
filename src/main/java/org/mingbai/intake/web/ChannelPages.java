package org.mingbai.intake.web;

import static org.mingbai.shell.Words.t;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Channel;
import org.mingbai.intake.Channels;
import org.mingbai.intake.Route;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The ways in, for whoever keeps them.
@Controller
@Needs(Right.KEEP_CHANNELS)
class ChannelPages {

    private static final String HERE = "/desk/channels";

    private final Channels channels;
    private final Registers registers;
    private final Directory directory;
    private final RefusalsTold refusals;

    ChannelPages(Channels channels, Registers registers, Directory directory, RefusalsTold refusals) {
        this.channels = channels;
        this.registers = registers;
        this.directory = directory;
        this.refusals = refusals;
    }

    @GetMapping(HERE)
    ModelAndView show(SignedIn who, @RequestParam(defaultValue = "") String channel) {
        var typed = channels.find(who.tenant(), channel).map(ChannelPages::typed)
                .orElse(Map.of("atDesk", "true", "route", Route.OURS.name(), "place", "200"));
        return View.of("intake/channels", page(who, typed, FieldErrors.none()));
    }

    @PostMapping(HERE)
    ModelAndView put(SignedIn who, Keeper by, @RequestParam Map<String, String> sent) {
        var form = new HashMap<>(sent);
        var route = Arrays.stream(Route.values()).filter(it -> it.name().equals(form.get("route"))).findFirst();
        var place = form.getOrDefault("place", "").strip();
        if (route.isEmpty()) {
            return refused(who, form, FieldErrors.none().with("route", t("intake.refusal.Missing"), t("intake.channel.route")));
        }
        var asked = new Channel(text(form, "code"), text(form, "zh"), text(form, "en"), "true".equals(form.get("atDesk")), text(form, "register"),
                route.get(), text(form, "wayZh"), text(form, "wayEn"), place.matches("[0-9]{1,3}") ? Integer.parseInt(place) : -1);
        return switch (channels.put(who, by, asked)) {
            case VoiceAnswer.Done(var channel) -> View.seeOther(HERE, t("intake.channel.kept", channel.name(locale())));
            case VoiceAnswer.Refused(var why) -> refused(who, form, FieldErrors.none().with(why.field(),
                    refusals.of(why, directory.treeOf(who.tenant())), why.field().isEmpty() ? "" : t("intake.channel." + why.field())));
        };
    }

    private ModelAndView refused(SignedIn who, Map<String, String> typed, FieldErrors errors) {
        return View.of("intake/channels", page(who, typed, errors), errors.atFields() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    }

    private ChannelsPage page(SignedIn who, Map<String, String> typed, FieldErrors errors) {
        var locale = locale();
        var code = typed.getOrDefault("code", "");
        var rows = channels.of(who.tenant()).stream().map(channel -> new ChannelsPage.Row(HERE + "?channel=" + channel.code(), channel.name(locale),
                locale.getLanguage().equals("en") ? channel.zh() : channel.en(),
                registers.register(who.tenant(), channel.register()).map(it -> it.name(locale)).orElse(channel.register()),
                t("intake.channel.route." + channel.route()), channel.atDesk(), channel.code().equals(code))).toList();
        return new ChannelsPage(rows, registers.of(who.tenant()).stream().map(it -> new Choice(it.code(), it.name(locale))).toList(),
                List.of(Route.values()).stream().map(it -> new Choice(it.name(), t("intake.channel.route." + it))).toList(), typed,
                channels.find(who.tenant(), code).map(it -> it.name(locale)).orElse(""), errors);
    }

    private static Map<String, String> typed(Channel it) {
        return Map.of("code", it.code(), "zh", it.zh(), "en", it.en(), "atDesk", Boolean.toString(it.atDesk()), "register", it.register(),
                "route", it.route().name(), "wayZh", it.wayZh(), "wayEn", it.wayEn(), "place", Integer.toString(it.place()));
    }

    private static String text(Map<String, String> form, String name) {
        return form.getOrDefault(name, "").strip();
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
