package org.mingbai;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Tenants;
import org.mingbai.intake.Vault;
import org.springframework.context.ApplicationContext;

/// Changes the key that wraps the records of the reporters' vault, beside a product that runs or alone.
final class RotateVault implements Verb {

    @Override
    public String name() {
        return "vault";
    }

    @Override
    public String form() {
        return "rotate [--data DIR]";
    }

    @Override
    public String chinese() {
        return "更换保护反映人身份的密钥";
    }

    @Override
    public String english() {
        return "change the key that protects who raised what";
    }

    @Override
    public String chineseMore() {
        return """
                在 vault.keys 里加一把新密钥，用它重新封好每条记录的密钥；谁的身份也不会被读出，产品可以照常运行。
                中途断了没有关系：什么都还读得出，再执行一次就接着做完，不会再加密钥。
                做完后请立即备份 vault.keys。旧密钥留在文件里：旧的数据库备份要靠它才读得出。""";
    }

    @Override
    public String englishMore() {
        return """
                Adds a new key to vault.keys and wraps with it the key of every record; nobody's identity is read, and the product may run meanwhile.
                Cut short, everything stays readable, and the same again brings it to its end without a further key.
                Back vault.keys up at once afterwards. The old keys stay in the file: older copies of the database are read with them.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of("--data"));
        if (!arguments.plain().equals(List.of("rotate"))) {
            throw new Misuse("vault 后面写要做什么：vault rotate", "vault takes what to do: vault rotate");
        }
        try (var product = Product.open(arguments.product())) {
            // Before it too: keys and records are changed piece by piece, and a program that dies between them leaves this line.
            written(product, Map.of("step", "begun"));
            var done = product.getBean(Vault.class).rotate(product.getBean(Tenants.class).all());
            if (done.isEmpty()) {
                terminal.complain("密钥不全，没有更换。请先找回 vault.keys。", "A key is missing, so nothing was changed. Bring vault.keys back first.");
                return 1;
            }
            var rotation = done.get();
            written(product, Map.of("step", "done", "records", Integer.toString(rotation.records()), "continued", Boolean.toString(rotation.continued())));
            terminal.say((rotation.continued() ? "上次没有做完，这次接着做完了：" : "已更换密钥：") + "%,d 条记录。请立即备份 vault.keys。".formatted(rotation.records()),
                    (rotation.continued() ? "What was cut short before is finished" : "The key is changed")
                            + ": %,d records. Back up vault.keys now.".formatted(rotation.records()));
            return 0;
        }
    }

    private static void written(ApplicationContext product, Map<String, String> how) {
        product.getBean(Tenants.class).all().forEach(tenant -> product.getBean(AuditTrail.class).keyChanged(
                Keeper.program(tenant, "mingbai vault rotate"), AuditAct.VAULT_KEY_CHANGED, "vault.keys", how));
    }
}
