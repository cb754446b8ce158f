package org.mingbai.directory.sheet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a column is about, and the words offices head it with.
public enum Heading {
    UNIT("单位名称", "单位", "机构名称", "机构", "部门", "部门名称", "组织名称", "所在单位", "工作单位", "所属单位", "所在部门", "科室",
            "unit", "unit name", "organisation", "organization", "department", "organisation name"),
    SHORT_NAME("简称", "单位简称", "short name"),
    SUPERIOR("上级单位", "上级", "上级部门", "上级机构", "主管单位", "主管部门", "隶属单位", "隶属", "parent", "superior", "parent unit", "parent organisation"),
    KIND("单位类型", "机构类型", "类型", "单位性质", "性质", "类别", "kind", "type"),
    CREDIT_CODE("统一社会信用代码", "社会信用代码", "信用代码", "统一代码", "credit code", "unified social credit code", "uscc"),
    NAME("姓名", "人员姓名", "名字", "name", "full name", "person"),
    TITLE("职务", "职务名称", "职称", "岗位名称", "title", "position", "job title"),
    ROLE("角色", "系统角色", "权限", "岗位角色", "岗位", "role", "roles"),
    LOGIN("登录名", "账号", "帐号", "用户名", "登录账号", "login", "username", "user name", "account"),
    FIRST("任职日期", "任职时间", "任岗日期", "开始日期", "起始日期", "start", "start date", "from");

    private final List<String> words;

    Heading(String... words) {
        this.words = List.of(words);
    }

    /// Headings are compared without blanks, line breaks, marks and what stands in brackets.
    public static Optional<Heading> of(String cell) {
        var plain = plain(cell);
        return plain.isEmpty() ? Optional.empty()
                : Arrays.stream(values()).filter(heading -> heading.words.stream().anyMatch(word -> plain(word).equals(plain))).findFirst();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)", "").replaceAll("[\\s*:：_\\-]", "");
    }
}
