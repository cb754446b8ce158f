package org.mingbai;

import java.util.List;
import java.util.Locale;
import org.mingbai.directory.SampleSignIns;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;

/// Says who may sign in to the sample, in both languages: whoever tries it first may read either.
final class SampleList {

    private SampleList() {}

    /// False when there is no sample to sign in to.
    static boolean tell(ConfigurableApplicationContext product, Terminal terminal) {
        var chinese = offered(product, Locale.CHINESE);
        var english = offered(product, Locale.ENGLISH);
        if (chinese.isEmpty()) {
            return false;
        }
        var out = terminal.out();
        out.println("示例城镇的登录名，密码都是 " + chinese.getFirst().password());
        out.println("Sign-ins of the sample town; the password of all is " + chinese.getFirst().password());
        for (int i = 0; i < chinese.size(); i++) {
            out.println("  %-9s %s".formatted(chinese.get(i).login(), chinese.get(i).what()));
            out.println("  %-9s %s".formatted("", english.get(i).what()));
        }
        return true;
    }

    private static List<SampleSignIns.Offered> offered(ConfigurableApplicationContext product, Locale language) {
        LocaleContextHolder.setLocale(language);
        try {
            return product.getBeanProvider(SampleSignIns.class).stream().flatMap(it -> it.offered().stream()).toList();
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
