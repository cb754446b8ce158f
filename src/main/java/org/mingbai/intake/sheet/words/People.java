package org.mingbai.intake.sheet.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes a cell apart into the people it names, without their titles and telephone numbers.
public final class People {

    private static final Pattern PHONE = Pattern.compile("(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}|0\\d{2,3}[-—– ]?\\d{7,8}(?:[-转]\\d+)?|"
            + "(?<!\\d)\\d{3,4}-\\d{7,8}|(?<!\\d)\\d{7,8}(?!\\d)");
    private static final Pattern BRACKETS = Pattern.compile("[(（【\\[][^()（）【】\\[\\]]*[)）】\\]]");
    private static final Pattern LABEL = Pattern.compile("^[^:：]{1,14}[:：]\\s*");
    private static final String TITLE = "(?:党组|党委|市委|县委|区委|省委|党工委|支部|总支|班子|办公室)?(?:第一|常务|副|代理|代|主持工作的?)*(?:书记|局长|主任|科长|处长|院长|校长|厅长|司长|部长|县长"
            + "|市长|区长|镇长|乡长|所长|站长|队长|"
            + "组长|股长|行长|馆长|园长|会长|主席|秘书长|委员|成员|干事|科员|主管|经理|总经理|董事长|书记员|调研员|主任科员|巡视员|护士长|教授|老师|同志|医生|主任医师|大队长|支队长|总监|助理|工程师|会计|常委|村长|负责人|负责同志|专员|局领导|组员|干部)";
    private static final Pattern TITLE_ONLY = Pattern.compile(TITLE);
    private static final Pattern TITLE_BEFORE = Pattern.compile("^[\\u4e00-\\u9fff]{0,12}?" + TITLE + "(?=[\\u4e00-\\u9fff·]{2,4}$)");
    private static final Pattern TITLE_BEHIND = Pattern.compile("(?<=^[\\u4e00-\\u9fff·]{2,4})" + TITLE + "$");
    private static final Pattern TITLE_END = Pattern.compile(TITLE + "$");
    private static final Pattern ENDING = Pattern.compile("\\s*等(?:\\d+人|人|同志)?$");
    /// What stands before a title and is no name: 科室负责人.
    private static final Pattern POST = Pattern.compile("(科|处|室|局|办|委|部|股|院|中心|单位|部门)$");
    private static final Pattern EVERYBODY = Pattern.compile("全体|所有|各|各级|有关|相关");
    private static final Pattern AND = Pattern.compile("^([\\u4e00-\\u9fff·]{2,4})[和与及]([\\u4e00-\\u9fff·]{2,4})$");
    private static final String TWO_SIGN_SURNAMES = "欧阳司马上官诸葛司徒东方独孤南宫夏侯皇甫尉迟公孙慕容令狐宇文长孙轩辕端木百里东郭闻人";

    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝"
            + "明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳段富巫乌焦巴弓牧隗山谷车侯"
            + "宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲邰从鄂索咸赖卓蔺屠蒙池乔阴闻党翟谭贡劳姬申扶堵冉宰郦雍桑桂牛寿通边扈燕尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖终居衡步都耿满弘匡国文寇广禄东欧沃"
            + "利越师巩聂晁勾敖融冷辛那简饶曾关相查荆游权盖益桓公肖涂";

    private People() {}

    /// Two to four signs of which the first is a surname.
    public static boolean looksLikeName(String text) {
        return text.length() >= 2 && text.length() <= 4 && SURNAMES.indexOf(text.charAt(0)) >= 0;
    }

    public static List<String> split(String cell) {
        if (Plain.saysNothing(cell)) {
            return List.of();
        }
        if (isOneName(cell)) {
            return List.of(cell);
        }
        Set<String> people = new LinkedHashSet<>();
        var text = PHONE.matcher(Plain.narrow(Units.RINGED.matcher(cell).replaceAll("；")).replace(',', '，')).replaceAll("；");
        for (var part : Units.parts(text, "、，；;/\\|&•\n")) {
            for (var person : spaced(LABEL.matcher(BRACKETS.matcher(part).replaceAll(" ").strip()).replaceFirst(""))) {
                var name = cleaned(person);
                if (!name.isEmpty() && !Plain.saysNothing(name)) {
                    people.add(name);
                }
            }
        }
        var named = people.stream().filter(person -> !TITLE_ONLY.matcher(person).matches()).toList();
        return named.isEmpty() ? List.copyOf(people) : named;
    }

    private static boolean isOneName(String cell) {
        if (cell.length() < 2 || cell.length() > 3) {
            return false;
        }
        for (var i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < 0x4E00 || cell.charAt(i) > 0x9FFF || cell.charAt(i) == '等') {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String person) {
        var name = ENDING.matcher(person.strip()).replaceFirst("");
        name = name.replaceFirst("^(?:\\d{1,2}[.、]|[①-⑳])\\s*", "").replaceAll("[.。:：]+$", "").strip();
        if (TITLE_ONLY.matcher(name).matches()) {
            return name;
        }
        var behind = TITLE_BEHIND.matcher(name).replaceFirst("");
        if (behind.length() < name.length() && behind.length() >= 2) {
            return POST.matcher(behind).find() || EVERYBODY.matcher(behind).matches() ? name : behind;
        }
        if (name.length() >= 4) {
            var before = TITLE_BEFORE.matcher(name).replaceFirst("");
            if (before.length() >= 2 && before.length() <= 4) {
                return before;
            }
        }
        return name;
    }

    /// Blanks part people, but `张 三` and `欧阳 明` are names written wide, and John Smith is one person.
    private static List<String> spaced(String part) {
        if (part.isBlank()) {
            return List.of();
        }
        if (part.chars().filter(c -> c > 127).findAny().isEmpty()) {
            return List.of(part.strip().replaceAll("\\s+", " ").split(" and "));
        }
        var words = part.strip().split("[\\s　]+");
        if (words.length == 1) {
            var two = AND.matcher(words[0]);
            return two.matches() ? List.of(two.group(1), two.group(2)) : List.of(words[0]);
        }
        var people = new ArrayList<String>();
        for (var i = 0; i < words.length; i++) {
            var word = words[i];
            var next = i + 1 < words.length ? words[i + 1] : "";
            if (belongTogether(word, next)) {
                people.add(word + next);
                i++;
            } else {
                people.add(word);
            }
        }
        var named = people.stream().filter(person -> !TITLE_ONLY.matcher(person).matches() && !Units.looksLikeUnit(person) && !isPost(person)).toList();
        return named.isEmpty() ? people : named;
    }

    private static boolean isPost(String word) {
        var title = TITLE_END.matcher(word);
        return title.find() && POST.matcher(word.substring(0, title.start())).find();
    }

    private static boolean belongTogether(String word, String next) {
        if (next.isEmpty() || next.length() > 2) {
            return false;
        }
        return word.length() == 1 || word.length() == 2 && next.length() == 1 && TWO_SIGN_SURNAMES.contains(word);
    }
}
