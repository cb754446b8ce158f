package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mingbai.ledger.panel.MatterPanel;
import org.springframework.stereotype.Component;

/// The panels that other modules contribute, in their order, those with nothing to say left out.
@Component
class Panels {

    private final List<MatterPanel> panels;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    Panels(List<MatterPanel> panels) {
        this.panels = panels.stream().sorted(Comparator.comparingInt(MatterPanel::order)).toList();
    }

    List<MatterPage.Panel> of(Seen seen) {
        return panels.stream().flatMap(panel -> drawn(panel, seen)).toList();
    }

    private Stream<MatterPage.Panel> drawn(MatterPanel panel, Seen seen) {
        var id = "panel-" + panel.key().substring(panel.key().lastIndexOf('.') + 1);
        return panel.of(seen.who(), seen.matter()).stream().map(content -> new MatterPage.Panel(id, t(panel.key()),
                output -> templates.render(content.template() + ".jte", content.page(), output)));
    }
}
