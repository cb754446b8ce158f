package org.mingbai.directory;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What offices write in a sheet for a role, a kind of unit, a day, and several of them in one cell.
final class SheetWords {

    private static final Pattern SEVERAL = Pattern.compile("\\s*[、,，;；/\\n]\\s*");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-./年](\\d{1,2})(?:[-./月](\\d{1,2})日?|月)?");

    /// How offices write a role, besides its code.
    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("承办", Role.HANDLER), Map.entry("承办人", Role.HANDLER), Map.entry("经办", Role.HANDLER), Map.entry("经办人", Role.HANDLER),
            Map.entry("审核", Role.CHECKER), Map.entry("审核人", Role.CHECKER), Map.entry("初审", Role.CHECKER), Map.entry("复核", Role.CHECKER),
            Map.entry("审批", Role.APPROVER), Map.entry("审批人", Role.APPROVER), Map.entry("批准", Role.APPROVER),
            Map.entry("统筹", Role.COORDINATOR), Map.entry("协调", Role.COORDINATOR), Map.entry("督办", Role.COORDINATOR),
            Map.entry("评议", Role.VERDICT_TAKER), Map.entry("评议回访", Role.VERDICT_TAKER), Map.entry("回访", Role.VERDICT_TAKER),
            Map.entry("领导", Role.LEADER), Map.entry("分管领导", Role.LEADER),
            Map.entry("审计", Role.AUDITOR), Map.entry("审计只读", Role.AUDITOR),
            Map.entry("系统管理员", Role.SYSTEM_ADMIN), Map.entry("安全管理员", Role.SECURITY_ADMIN), Map.entry("审计管理员", Role.AUDIT_ADMIN));

    private static final Map<String, OrganisationKind> KINDS = Map.ofEntries(
            Map.entry("政府", OrganisationKind.GOVERNMENT), Map.entry("党组织", OrganisationKind.PARTY), Map.entry("党委", OrganisationKind.PARTY),
            Map.entry("部门", OrganisationKind.DEPARTMENT), Map.entry("机关", OrganisationKind.DEPARTMENT),
            Map.entry("内设机构", OrganisationKind.OFFICE), Map.entry("科室", OrganisationKind.OFFICE),
            Map.entry("乡镇", OrganisationKind.TOWNSHIP), Map.entry("街道", OrganisationKind.TOWNSHIP), Map.entry("乡镇街道", OrganisationKind.TOWNSHIP),
            Map.entry("村", OrganisationKind.VILLAGE), Map.entry("社区", OrganisationKind.VILLAGE), Map.entry("村社区", OrganisationKind.VILLAGE),
            Map.entry("事业单位", OrganisationKind.INSTITUTION), Map.entry("学校", OrganisationKind.SCHOOL), Map.entry("医院", OrganisationKind.HOSPITAL),
            Map.entry("企业", OrganisationKind.ENTERPRISE), Map.entry("社会团体", OrganisationKind.ASSOCIATION), Map.entry("其他", OrganisationKind.OTHER));

    private SheetWords() {}

    static List<String> several(String cell) {
        return List.of(SEVERAL.split(cell.strip()));
    }

    static Optional<OrganisationKind> kind(String word) {
        return Optional.ofNullable(KINDS.get(plain(word))).or(() -> byCode(OrganisationKind.values(), word));
    }

    static Optional<Role> role(String word) {
        return Optional.ofNullable(ROLES.get(plain(word))).or(() -> byCode(Role.values(), word));
    }

    private static <E extends Enum<E>> Optional<E> byCode(E[] all, String word) {
        var code = word.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_")
                .replace("ADMINISTRATOR", "ADMIN");
        return Arrays.stream(all).filter(one -> one.name().equals(code)).findFirst();
    }

    private static String plain(String word) {
        return word.replaceAll("[\\s（）()、,，/]", "");
    }

    static Optional<LocalDate> day(String written) {
        var found = DAY.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("\\s", ""));
        try {
            return found.matches()
                    ? Optional.of(LocalDate.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)),
                            found.group(3) == null ? 1 : Integer.parseInt(found.group(3))))
                    : Optional.of(LocalDate.parse(written));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
