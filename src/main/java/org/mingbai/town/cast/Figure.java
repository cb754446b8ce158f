package org.mingbai.town.cast;

import java.util.List;
import java.util.Optional;
import org.mingbai.directory.Role;

/// A person of the town in one post.
/// @param code a short name the stories use
/// @param login under which the sample lets a visitor in; empty for everybody else
public record Figure(String code, String name, Unit unit, Role role, String title, Optional<String> login) {

    /// Whose post ended a while ago, so that what waits for it waits for nobody.
    public static final String GONE = "willow";
    public static final int GONE_DAYS = 12;

    private static final String TABLE = """
            mayor        魏长河 OFFICE       LEADER         分管副镇长     weizhang
            head         宋临川 HALL         LEADER         镇长           -
            hall1        蒋敏之 HALL         CHECKER        政府办初审员   jiangmin
            hall2        骆文修 HALL         CHECKER        政府办初审员   -
            audit        贺知秋 HALL         AUDITOR        审计员         hezhi
            system       辛远航 HALL         SYSTEM_ADMIN   系统管理员     xinyuan
            security     邬晴川 HALL         SECURITY_ADMIN 安全管理员     wuqing
            trail        路见微 HALL         AUDIT_ADMIN    审计管理员     lujian
            desk1        沈若溪 OFFICE       COORDINATOR    督查办统筹员   shenruo
            desk2        顾北辰 OFFICE       COORDINATOR    督查办统筹员   -
            check1       袁明德 OFFICE       CHECKER        督查办审核员   yuanming
            check2       温以宁 OFFICE       CHECKER        督查办审核员   -
            sign         秦守正 OFFICE       APPROVER       督查办主任     qinshou
            sign2        施亦安 OFFICE       APPROVER       督查办副主任   -
            call1        杜小满 OFFICE       VERDICT_TAKER  回访评议员     duxiao
            call2        卫思齐 OFFICE       VERDICT_TAKER  回访评议员     -
            party        柏青山 PARTY        HANDLER        党建办干事     -
            service1     孟春桃 SERVICE      HANDLER        热线受理员     mengchun
            service2     祝星河 SERVICE      HANDLER        窗口受理员     -
            civil1       葛秀兰 CIVIL        HANDLER        民政经办       -
            civil2       丁一凡 CIVIL        HANDLER        社保经办       -
            urban1       梁大路 URBAN        HANDLER        市政经办       liangda
            urban2       庄小满 URBAN        HANDLER        路灯班长       -
            roads1       项前进 ROADS        HANDLER        养护经办       -
            roads2       汪晓舟 ROADS        HANDLER        客运经办       -
            water1       江伯渠 WATER        HANDLER        水务经办       jiangbo
            water2       水清圆 WATER        HANDLER        管网经办       -
            clean1       范洁如 CLEAN        HANDLER        环卫经办       -
            clean2       康小北 CLEAN        HANDLER        清运班长       -
            housing1     屠建安 HOUSING      HANDLER        物业经办       -
            housing2     穆怀仁 HOUSING      HANDLER        电梯经办       -
            safety1      雷守义 SAFETY       HANDLER        消防经办       -
            market1      钱公平 MARKET       HANDLER        市场经办       -
            farm1        田有禾 FARM         HANDLER        农技经办       -
            schoolcheck  方启蒙 SCHOOL       CHECKER        教导主任       -
            school1      白雅文 SCHOOL       HANDLER        总务主任       -
            garden1      童心怡 KINDERGARTEN HANDLER        后勤园长       -
            doctorcheck  华仲景 HOSPITAL     CHECKER        医务科长       -
            hospital1    安杏林 HOSPITAL     HANDLER        院办经办       -
            clinic1      苗青黛 CLINIC       HANDLER        村医           -
            elm1         郁满庭 ELM          HANDLER        社区经办       yuman
            quay1        渔家乐 QUAY         HANDLER        社区经办       -
            bridge1      石安稳 BRIDGE       HANDLER        村务经办       -
            willow       柳成荫 WILLOW       HANDLER        村务经办       -
            """;

    public static final List<Figure> ALL = TABLE.lines().map(Figure::read).toList();

    private static Figure read(String line) {
        var cells = line.split(" +");
        return new Figure(cells[0], cells[1], Unit.valueOf(cells[2]), Role.valueOf(cells[3]), cells[4],
                Optional.of(cells[5]).filter(login -> !login.equals("-")));
    }

    public static List<Figure> handlersOf(Unit unit) {
        return ALL.stream().filter(figure -> figure.unit() == unit && figure.role() == Role.HANDLER).toList();
    }
}
