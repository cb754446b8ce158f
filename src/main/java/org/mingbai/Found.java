package org.mingbai;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mingbai.directory.Answer;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Founding;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationKind;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Words;
import org.mingbai.supervision.RulePack;
import org.mingbai.supervision.TimeRules;

/// Begins an account for a body and prints its three administrators, once.
final class Found implements Verb {

    @Override
    public String name() {
        return "found";
    }

    @Override
    public String form() {
        return "NAME [--data DIR]";
    }

    @Override
    public String chinese() {
        return "为一家单位建账，给出三位管理员的登录名和初始口令";
    }

    @Override
    public String english() {
        return "begin the account of a body and print its three administrators";
    }

    @Override
    public String chineseMore() {
        return """
                同时建好随程序附带的各本台账，由该单位自己牵头；牵头单位以后可在台账的规则页改。
                各本台账的时限先按整改台账的通行做法，热线、信访等时限由牵头单位在时限页另行采用。
                初始口令只在这里显示一次。""";
    }

    @Override
    public String englishMore() {
        return """
                The registers the product ships are laid out too, coordinated by the body itself; their rules page moves them to another office.
                Their limits begin as the usual practice of rectification; those of a hotline or of petitions are taken on the page of limits.
                The first passwords are shown here and never again.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of("--data"));
        if (arguments.plain().size() != 1) {
            throw new Misuse("found 后面写单位名称，如：found 清河县人民政府", "found takes the name of the body, in quotes if it has blanks: found \"Qinghe County\"");
        }
        try (var product = Product.begin(arguments.product())) {
            return switch (product.getBean(Founding.class).found(arguments.plain().getFirst(), OrganisationKind.GOVERNMENT)) {
                case Answer.Refused<Founding.Founded>(var refusals) -> {
                    refusals.forEach(why -> terminal.complain(Words.in(Locale.SIMPLIFIED_CHINESE).of(why.key(), why.args().toArray()),
                            Words.in(Locale.ENGLISH).of(why.key(), why.args().toArray())));
                    yield 1;
                }
                case Answer.Done<Founding.Founded>(var founded) -> {
                    var tenant = founded.tenant();
                    var top = product.getBean(Directory.class).treeOf(tenant).tops().iterator().next();
                    product.getBean(Registers.class).layOut(tenant, top);
                    product.getBean(TimeRules.class).found(Keeper.program(tenant, name()), RulePack.shipped(RulePack.AT_FOUNDING).orElseThrow(),
                            LocalDate.now(product.getBean(Clock.class)));
                    terminal.say("账已建好，编号 " + founded.tenant().value() + "。初始口令只显示这一次，首次登录须修改：",
                            "The account is begun under number " + founded.tenant().value()
                                    + ". First passwords are shown once and have to be changed at the first sign-in:");
                    founded.administrators().forEach(first -> terminal.out().println("  " + first.login() + "  " + first.password()));
                    yield 0;
                }
            };
        }
    }
}
