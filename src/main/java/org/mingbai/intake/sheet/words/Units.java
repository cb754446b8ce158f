package org.mingbai.intake.sheet.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a cell apart into the units it names, and tells who leads and who helps where the cell itself says so.
public final class Units {

    /// `others` are the further units of a cell that names no roles.
    public record Read(@Nullable String lead, List<String> co, List<String> others) {}

    private static final Pattern SUFFIX = Pattern.compile("(局|委|办|部|科|处|室|院|校|所|站|队|组|会|厅|司|镇|乡|街道|街办|村|社区|公司|中心|集团|大学|学院|银行|行|支部|党委|党组|总支|馆|园|厂|区|县|"
            + "市|府|联|团|工会|机关|大队|支队|分局|法庭|课|系|股|所属各单位|单位|部门|专班|办公厅|医院|小学|中学|幼儿园|党工委|管委会|检察院|法院|人大|政协|大厅|窗口|科技|基地|协会|学会|总队|事务所|指挥部|office|department|"
            + "dept|division|unit|team|bureau|committee|agency|centre|center|hospital|school|services?)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_UNIT = Pattern.compile("^[全各本]|台账|清单|汇总|明细|问题|整改|sheet|表$|统计|\\d{4}年|说明|模板|目录|封面", Pattern.CASE_INSENSITIVE);
    /// Numbers that part units and people as well as any comma.
    static final Pattern RINGED = Pattern.compile("[①-⑳⑴-⒇]");
    private static final Pattern LEADS = Pattern.compile("牵头|主办|主责|负总责|总牵头|lead", Pattern.CASE_INSENSITIVE);
    private static final Pattern HELPS = Pattern.compile("配合|协办|协同|参与|协助|会办|support|assist", Pattern.CASE_INSENSITIVE);
    private static final Pattern LABEL = Pattern.compile("(牵头|主办|主责|责任|承办|配合|协办|协同|参与|协助|会办|lead|support(?:ing|ed by)?)(?:单位|部门|处室|科室|责任单位|"
            + "unit)?\\s*[:：]\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDING = Pattern.compile("(?:\\s*等(?:相关|有关)?(?:\\d+个|各)?(?:单位|部门|科室|处室|股室)?|(?:共同)?(?:牵头(?:负责)?|负责|主办|配合|协办|协助|参与))$");
    private static final Pattern SHEET_NUMBER = Pattern.compile("^(?:\\d{1,2}\\s*[.、．_-]?|[一二三四五六七八九十]{1,3}[、.．]|[(（]\\d{1,2}[)）])\\s*");
    private static final Pattern LEDGER = Pattern.compile("(?:主题教育)?(?:查摆|检视|存在)?(?:问题)?(?:整改|销号)*(?:工作)?(?:台账|清单|明细表?)$");
    private static final Pattern AND = Pattern.compile("^(.{3,}?)[和及与](.{2,})$");
    private static final Pattern ROLE_INSIDE = Pattern.compile("[(（]([^()（）]{2,}?)(牵头|主办|配合|协办|参与|协助)[)）]");
    private static final Pattern PHONE = Pattern.compile("(?:1[3-9]\\d{9}|0\\d{2,3}[-—]?\\d{7,8}|(?<!\\d)\\d{7,8}(?!\\d))");

    private Units() {}

    public static boolean looksLikeUnit(String text) {
        return text.length() >= 2 && text.length() <= 30 && SUFFIX.matcher(text).find();
    }

    /// The unit a sheet is named after, without its number and the word ledger, or null.
    public static @Nullable String ofSheet(String name) {
        var unit = SHEET_NUMBER.matcher(name.strip()).replaceFirst("");
        unit = LEDGER.matcher(unit).replaceFirst("").strip();
        return looksLikeUnit(unit) && !NO_UNIT.matcher(unit).find() ? unit : null;
    }

    public static Read of(String cell) {
        if (Plain.saysNothing(cell)) {
            return new Read(null, List.of(), List.of());
        }
        var labels = LABEL.matcher(cell);
        if (labels.find() && cell.substring(0, labels.start()).isBlank()) {
            return labelled(cell);
        }
        if (LEADS.matcher(cell).find() || HELPS.matcher(cell).find()) {
            var told = told(ROLE_INSIDE.matcher(cell).replaceAll("；$1$2"));
            if (told != null) {
                return told;
            }
        }
        var units = split(cell);
        return units.isEmpty() ? new Read(null, List.of(), List.of()) : new Read(units.getFirst(), List.of(), units.subList(1, units.size()));
    }

    /// `牵头：甲；配合：乙、丙`
    private static Read labelled(String cell) {
        var lead = new ArrayList<String>();
        var co = new ArrayList<String>();
        var labels = LABEL.matcher(cell);
        var from = -1;
        var helps = false;
        while (labels.find()) {
            if (from >= 0) {
                (helps ? co : lead).addAll(split(cell.substring(from, labels.start())));
            }
            from = labels.end();
            helps = HELPS.matcher(labels.group(1)).find();
        }
        (helps ? co : lead).addAll(split(cell.substring(from)));
        return leading(lead, co);
    }

    /// `甲（牵头）、乙、丙` and `甲牵头，乙、丙配合`
    private static @Nullable Read told(String cell) {
        var lead = new ArrayList<String>();
        var co = new ArrayList<String>();
        for (var clause : parts(cell, "；;\n，,")) {
            var units = split(clause);
            if (clause.matches("(?s).*[(（](牵头|主办|主责).*") || clause.matches("(?s).*[(（](配合|协办|参与|协助).*")) {
                for (var piece : parts(clause, "、")) {
                    (LEADS.matcher(piece).find() ? lead : co).addAll(split(piece));
                }
            } else if (LEADS.matcher(clause).find()) {
                lead.addAll(units);
            } else if (HELPS.matcher(clause).find() || !lead.isEmpty()) {
                co.addAll(units);
            } else {
                co.addAll(units);
            }
        }
        if (lead.isEmpty() && co.size() > 1 && !HELPS.matcher(parts(cell, "；;\n，,").getFirst()).find()) {
            lead.add(co.removeFirst());
        }
        return lead.isEmpty() ? null : leading(lead, co);
    }

    private static Read leading(List<String> lead, List<String> co) {
        var all = new LinkedHashSet<String>();
        if (lead.size() > 1) {
            all.addAll(lead.subList(1, lead.size()));
        }
        all.addAll(co);
        if (!lead.isEmpty()) {
            all.remove(lead.getFirst());
        }
        return new Read(lead.isEmpty() ? null : lead.getFirst(), List.copyOf(all), List.of());
    }

    /// Every unit named, in order, once.
    public static List<String> split(String cell) {
        if (Plain.saysNothing(cell)) {
            return List.of();
        }
        Set<String> units = new LinkedHashSet<>();
        for (var part : parts(RINGED.matcher(cell).replaceAll("；"), "、，,；;/\\|&")) {
            for (var piece : spaced(part)) {
                for (var one : both(cleaned(piece))) {
                    if (!one.isEmpty() && !Plain.saysNothing(one)) {
                        units.add(one);
                    }
                }
            }
        }
        return List.copyOf(units);
    }

    /// `药政科和财务科` are two, 发展和改革局 is one: what stands before the "and" must end like a unit itself.
    private static List<String> both(String unit) {
        var two = AND.matcher(unit);
        boolean units = two.matches() && !two.group(1).endsWith("农村") && looksLikeUnit(two.group(1)) && looksLikeUnit(two.group(2));
        return units ? List.of(two.group(1), two.group(2)) : List.of(unit);
    }

    private static String cleaned(String piece) {
        var unit = PHONE.matcher(piece.strip()).replaceAll("").strip();
        unit = unit.replaceFirst("^(?:\\d{1,2}[.、]|[(（]\\d{1,2}[)）]|[①-⑳])\\s*", "");
        unit = unit.replaceFirst("[(（](?:牵头|主办|主责|配合|协办|参与|协助|责任|[Ll]ead|[Ss]upport)(?:单位|部门)?[)）]", "");
        unit = unit.replaceFirst("^由(?=.{2,}牵头|.{2,}负责|.{2,}主办)", "");
        var labelled = LABEL.matcher(unit);
        unit = labelled.lookingAt() ? unit.substring(labelled.end()) : unit;
        var before = unit;
        unit = ENDING.matcher(unit).replaceFirst("").strip();
        unit = unit.replaceAll("[。.；;，,、]+$", "");
        return unit.length() < 2 ? before : unit;
    }

    /// Parts at any of the separators that are not within brackets.
    static List<String> parts(String text, String separators) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '(' || c == '（' || c == '【') {
                depth++;
            } else if (c == ')' || c == '）' || c == '】') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && separators.indexOf(c) >= 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        parts.removeIf(String::isBlank);
        return parts;
    }

    /// A blank or line break parts units only behind something that ends like one: `规划 信息科` is a padded name.
    private static List<String> spaced(String part) {
        var words = part.strip().split("[\\s　]+");
        if (words.length == 1) {
            return List.of(words[0]);
        }
        if (part.chars().allMatch(c -> c < 128)) {
            return part.strip().contains("\n") ? List.of(part.strip().split("\\s*\n\\s*")) : List.of(part.strip().replaceAll("\\s+", " "));
        }
        var units = new ArrayList<String>();
        var unit = new StringBuilder();
        for (var word : words) {
            unit.append(word);
            if (SUFFIX.matcher(unit).find() && unit.length() > 1) {
                units.add(unit.toString());
                unit.setLength(0);
            }
        }
        if (!unit.isEmpty()) {
            if (units.isEmpty() || unit.length() >= 2) {
                units.add(unit.toString());
            } else {
                units.set(units.size() - 1, units.getLast() + unit);
            }
        }
        return units;
    }
}
