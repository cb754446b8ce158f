package org.mingbai.intake.sheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.People;
import org.mingbai.intake.sheet.words.Units;

/// Who leads, who helps, and who answers for a matter, by all columns that name units and people.
record Responsible(@Nullable String lead, List<String> co, List<String> owners) {

    /// Between the units and people of a cell that names both.
    private static final String PARTING = "[\\s、，,；;/|：:（(）)]+";

    /// The rank from which a heading says that its unit answers for the matter.
    private static final int RESPONSIBLE = 70;

    private static final Pattern COUNTED = Pattern.compile("\\s*(?:[(（][^()（）]*[)）]|[:：]?(?:共?\\d+[个项条件].*)?)$");
    /// A unit of Chinese signs with a name of two or three behind it.
    private static final Pattern PERSON_BEHIND = Pattern.compile("([\\u4e00-\\u9fff]{2,20})(?:[(（]|[:：]"
            + "|[ 　\\n])\\s*([\\u4e00-\\u9fff]{2,3})(?:[)）]|(?![\\u4e00-\\u9fff]))");
    private static final Pattern GLUED = Pattern.compile("([\\u4e00-\\u9fff]{2,20}?[科处局办室院站所中心部])([\\u4e00-\\u9fff]{2,3})");

    static Responsible of(Sayings said, Preface preface, Vocabulary words, @Nullable String sheet, @Nullable String section) {
        Set<String> co = new LinkedHashSet<>();
        var people = new ArrayList<String>();
        String lead = null;
        var best = said.first(Field.LEAD_UNIT);
        for (var one : said.of(Field.LEAD_UNIT)) {
            if (!names(one, said)) {
                continue;
            }
            var read = words.lead(withoutPeople(one.text(), people, words));
            if (lead == null && best != null && one.column().rank() == best.column().rank()) {
                lead = read.lead();
            } else if (read.lead() != null) {
                co.add(read.lead());
            }
            co.addAll(read.others());
            co.addAll(read.co());
        }
        for (var one : said.of(Field.UNIT_AND_OWNER)) {
            for (var piece : one.text().split(PARTING)) {
                if (piece.isBlank()) {
                    continue;
                }
                var glued = GLUED.matcher(piece);
                if (glued.matches() && Units.looksLikeUnit(glued.group(1)) && People.looksLikeName(glued.group(2)) && !Units.looksLikeUnit(piece)) {
                    people.add(glued.group(2));
                    piece = glued.group(1);
                }
                if (!Units.looksLikeUnit(piece)) {
                    people.addAll(words.people(piece));
                } else if (lead == null) {
                    lead = piece;
                } else {
                    co.add(piece);
                }
            }
        }
        said.of(Field.CO_UNITS).forEach(one -> co.addAll(words.units(one.text())));
        lead = lead != null ? lead : elsewhere(preface, sheet, section);
        co.remove(lead);
        return new Responsible(lead, List.copyOf(co), owners(said, people, words));
    }

    /// Beside a column that says who is responsible, one headed just 单位 tells where the matter belongs, not who helps.
    static boolean names(Sayings.Said unit, Sayings said) {
        var best = said.first(Field.LEAD_UNIT);
        return best == null || unit.column().rank() >= RESPONSIBLE || unit.column().rank() == best.column().rank();
    }

    /// Where no column says it: the heading it stands under, the form rows above, the sheet's name, the unit that filled it in.
    private static @Nullable String elsewhere(Preface preface, @Nullable String sheet, @Nullable String section) {
        var ofSection = section == null ? null : Units.ofSheet(COUNTED.matcher(section).replaceFirst(""));
        if (ofSection != null) {
            return ofSection;
        }
        var told = preface.told(Field.LEAD_UNIT);
        if (told != null) {
            return told;
        }
        var ofSheet = sheet == null ? null : Units.ofSheet(sheet);
        return ofSheet != null ? ofSheet : preface.reportingUnit();
    }

    static @Nullable String leader(Sayings said, Preface preface, Vocabulary words) {
        var column = said.first(Field.LEADER);
        if (column == null) {
            return preface.told(Field.LEADER);
        }
        var names = words.people(column.text());
        return names.isEmpty() ? null : String.join("、", names);
    }

    /// `药政科（李敏）`, `药政科:李敏` and `药政科 李敏` in a column of units name a person too.
    private static String withoutPeople(String text, List<String> people, Vocabulary words) {
        if (text.chars().allMatch(c -> c >= 0x4E00 && c <= 0x9FFF)) {
            return text;
        }
        var named = PERSON_BEHIND.matcher(text);
        var rest = new StringBuilder();
        while (named.find()) {
            boolean person = Units.looksLikeUnit(named.group(1)) && People.looksLikeName(named.group(2)) && !Units.looksLikeUnit(named.group(2));
            if (person) {
                people.addAll(words.people(named.group(2)));
            }
            named.appendReplacement(rest, Matcher.quoteReplacement(person ? named.group(1) : named.group()));
        }
        return named.appendTail(rest).toString();
    }

    private static List<String> owners(Sayings said, List<String> besideUnits, Vocabulary words) {
        var owners = new LinkedHashSet<String>();
        said.bestOf(Field.OWNERS).forEach(one -> owners.addAll(words.people(one.text())));
        owners.addAll(besideUnits);
        return List.copyOf(owners);
    }
}
