package org.mingbai;

import java.util.List;
import java.util.Set;
import org.mingbai.directory.Answer;
import org.mingbai.directory.Founding;
import org.mingbai.directory.OrganisationKind;

/// Begins an account for a body and prints its three administrators, once.
final class Found implements Verb {

    @Override
    public String name() {
        return "found";
    }

    @Override
    public String form() {
        return "NAME [--mingbai.data=DIR]";
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
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of());
        if (arguments.plain().size() != 1) {
            throw new Misuse("found 后面写单位名称，如：found 清河县人民政府", "found takes the name of the body");
        }
        try (var product = Product.open(arguments.settings())) {
            return switch (product.getBean(Founding.class).found(arguments.plain().getFirst(), OrganisationKind.GOVERNMENT)) {
                case Answer.Refused<Founding.Founded>(var refusals) -> {
                    terminal.complain("这个名称不能用：" + refusals, "This name cannot be used: " + refusals);
                    yield 1;
                }
                case Answer.Done<Founding.Founded>(var founded) -> {
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
