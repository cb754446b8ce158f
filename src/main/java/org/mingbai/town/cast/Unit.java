package org.mingbai.town.cast;

import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationKind;

/// The units of the town, superiors first.
public enum Unit {
    HALL("青榆镇人民政府", "镇政府", OrganisationKind.GOVERNMENT, null),
    OFFICE("督查办公室", "督查办", OrganisationKind.OFFICE, HALL),
    PARTY("党建工作办公室", "党建办", OrganisationKind.PARTY, HALL),
    SERVICE("便民服务中心", "便民中心", OrganisationKind.OFFICE, HALL),
    CIVIL("民政和社会保障服务站", "民政社保站", OrganisationKind.DEPARTMENT, HALL),
    URBAN("城镇建设管理站", "城建站", OrganisationKind.DEPARTMENT, HALL),
    ROADS("交通和公路管理站", "交通站", OrganisationKind.DEPARTMENT, HALL),
    WATER("水务站", "水务站", OrganisationKind.DEPARTMENT, HALL),
    CLEAN("环境卫生管理所", "环卫所", OrganisationKind.DEPARTMENT, HALL),
    HOUSING("房屋和物业管理站", "房管站", OrganisationKind.DEPARTMENT, HALL),
    SAFETY("应急和消防工作站", "应急站", OrganisationKind.DEPARTMENT, HALL),
    MARKET("市场监督管理所", "市场所", OrganisationKind.DEPARTMENT, HALL),
    FARM("农业农村服务站", "农服站", OrganisationKind.DEPARTMENT, HALL),
    SCHOOL("青榆镇中心小学", "中心小学", OrganisationKind.SCHOOL, HALL),
    KINDERGARTEN("中心小学附属幼儿园", "附属幼儿园", OrganisationKind.SCHOOL, SCHOOL),
    HOSPITAL("青榆镇卫生院", "卫生院", OrganisationKind.HOSPITAL, HALL),
    CLINIC("石桥村卫生室", "石桥卫生室", OrganisationKind.HOSPITAL, HOSPITAL),
    ELM("榆荫社区居民委员会", "榆荫社区", OrganisationKind.VILLAGE, HALL),
    QUAY("河埠社区居民委员会", "河埠社区", OrganisationKind.VILLAGE, HALL),
    BRIDGE("石桥村村民委员会", "石桥村", OrganisationKind.VILLAGE, HALL),
    WILLOW("柳坝村村民委员会", "柳坝村", OrganisationKind.VILLAGE, HALL);

    private final String title;
    private final String shortly;
    private final OrganisationKind kind;
    private final @Nullable Unit superior;

    Unit(String title, String shortly, OrganisationKind kind, @Nullable Unit superior) {
        this.title = title;
        this.shortly = shortly;
        this.kind = kind;
        this.superior = superior;
    }

    public String title() {
        return title;
    }

    public String shortly() {
        return shortly;
    }

    OrganisationKind kind() {
        return kind;
    }

    public @Nullable Unit superior() {
        return superior;
    }
}
