package org.mingbai.directory.web;

import java.util.ArrayList;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Presence;
import org.mingbai.directory.Right;
import org.mingbai.directory.web.AdministrationPage.Desk;
import org.mingbai.shell.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where an administrator begins. Each of the three kinds finds their own desks and no others.
@Controller
@Needs(Right.ADMINISTER)
class AdministrationPages {

    @GetMapping("/administration")
    ModelAndView desks(Presence present) {
        var desks = new ArrayList<Desk>();
        if (present.may(Right.KEEP_DIRECTORY)) {
            desks.add(new Desk("directory.desk.units", "/directory"));
            desks.add(new Desk("directory.desk.people", "/directory/people/new"));
        }
        if (present.may(Right.KEEP_ACCOUNTS)) {
            desks.add(new Desk("directory.desk.accounts", "/administration/accounts"));
            desks.add(new Desk("directory.desk.posts", "/directory/posts/new"));
            desks.add(new Desk("directory.desk.rules", "/administration/sign-in-rules"));
        }
        if (present.may(Right.IMPORT_DIRECTORY)) {
            desks.add(new Desk("directory.desk.import", "/administration/directory-imports/new"));
        }
        if (present.may(Right.KEEP_DELIVERY)) {
            desks.add(new Desk("directory.desk.hooks", "/administration/hooks"));
            desks.add(new Desk("directory.desk.deliveries", "/administration/deliveries"));
        }
        if (present.may(Right.SEE_AUDIT)) {
            desks.add(new Desk("directory.desk.audit", "/administration/audit"));
        }
        return View.of("directory/administration", new AdministrationPage(desks));
    }
}
