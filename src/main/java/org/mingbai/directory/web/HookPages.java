package org.mingbai.directory.web;

import java.util.Optional;
import org.mingbai.directory.Answer;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.telling.HookKind;
import org.mingbai.directory.telling.Hooks;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Where the keeper of the system says which group chats and programs are told what units are told.
@Controller
@Needs(Right.KEEP_DELIVERY)
class HookPages {

    private static final String PATH = "/administration/hooks";

    private final Hooks hooks;
    private final Directory directory;

    HookPages(Hooks hooks, Directory directory) {
        this.hooks = hooks;
        this.directory = directory;
    }

    @GetMapping(PATH)
    ModelAndView list(Keeper by) {
        return View.of("directory/hooks", page(by.tenant(), "", "", "", FieldErrors.none()));
    }

    @PostMapping(PATH)
    ModelAndView add(Keeper by, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String url, @RequestParam(defaultValue = "") String secret) {
        var read = new FormReader();
        var what = read.choice("kind", kind, HookKind.class);
        var whose = read.unitIfAny(directory, by.tenant(), "unit", unit);
        Answer<Long> answer = read.isGood()
                ? hooks.add(by, name.replace("\0", ""), what.orElseThrow(), whose, url, secret.replace("\0", ""))
                : Answer.refused(read.flaws());
        return answer instanceof Answer.Refused<Long>(var refusals)
                ? View.of("directory/hooks", page(by.tenant(), FormReader.kept(name), kind, FormReader.kept(unit), Refused.shown(refusals)),
                        HttpStatus.UNPROCESSABLE_CONTENT)
                : View.seeOther(PATH, Words.t("directory.hook.added"));
    }

    @PostMapping(PATH + "/{id}/trial")
    ModelAndView tryOut(Keeper by, @PathVariable long id) {
        if (!hooks.tryOut(by, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return View.seeOther(PATH, Words.t("directory.hook.tried"));
    }

    @PostMapping(PATH + "/{id}/removal")
    ModelAndView remove(Keeper by, @PathVariable long id) {
        if (!hooks.remove(by, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return View.seeOther(PATH, Words.t("directory.hook.removed"));
    }

    private HooksPage page(TenantId tenant, String name, String kind, String unit, FieldErrors errors) {
        var tree = directory.treeOf(tenant);
        var rows = hooks.all(tenant).stream()
                .map(hook -> new HooksPage.Row(hook.id(), hook.name(), Words.t("directory.hook.kind." + hook.kind()), named(tree, hook.unit()), hook.shown()))
                .toList();
        var units = tree.all().stream().filter(OrganisationTree.Unit::active).map(OrganisationTree.Unit::name).distinct().toList();
        return new HooksPage(rows, units, name, kind, unit, errors);
    }

    private static String named(OrganisationTree tree, Optional<OrganisationId> unit) {
        return unit.flatMap(tree::unit).map(OrganisationTree.Unit::name).orElseGet(() -> Words.t("directory.hook.all"));
    }
}
