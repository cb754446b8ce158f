package org.mingbai.intake.sheet.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `⏎` is a line break.
class ColumnsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER     | 序号,问题编号,序⏎号,序  号,编号,No.,ID,Ref No.,工单编号,问题序号
            PROBLEM    | 存在的突出问题,问题描述,问题表述,存在问题,问题清单,具体问题,主要问题,反馈问题,存 在 问 题,存在问题（具体表述）,问题⏎描述,反馈的具体问题,诉求内容,Issue,Problem description,Finding,\
            查摆问题,巡察反馈问题,存在的主要问题及表现
            SOURCE     | 问题来源,来源,诉求来源,Source,发现渠道
            GOAL       | 整改目标,目标,预期目标,工作目标,Goal,Target,整改要求
            MEASURES   | 整改措施,工作举措,具体措施,整改举措,整改措施（具体）,对策措施,工作措施,解决措施,Corrective actions,Measures,整改落实举措,拟采取的整改措施
            LEAD_UNIT  | 牵头处室,牵头单位,责任单位,主办单位,承办单位,责任部门,整改责任单位,责任科室,Lead unit,Responsible department,牵头（责任）单位,主责科室
            CO_UNITS   | 配合单位,协办单位,配合部门,协同单位,参与处室,Supporting units,协办（配合）单位
            LEADER     | 包案领导,分管领导,责任领导,牵头领导,分管院领导,挂点领导,Leader,分管负责同志,包保领导,责任县领导
            OWNERS     | 责任人,具体责任人,经办人,负责人,责任人及联系方式,Owner,Person responsible,责任人员,直接责任人
            DEADLINE   | 整改期限,整改时限,完成时限,完成时间,计划完成时间,完成期限,截止日期,时限要求,Due date,Deadline,Target date,拟完成时限,整改完成时限
            PROGRESS   | 进展情况,整改进展,目前进展,工作进展情况,落实情况,整改落实情况,最新进展,Progress,截至目前进展情况,整改进展情况（截至11月20日）
            STATUS     | 是否销号,整改状态,是否完成,销号情况,完成状态,Status,是否整改到位,办结情况,是否完成整改（是/否）
            LIGHT      | 红黄绿,亮灯,亮灯情况,预警,RAG,红黄绿灯,进度灯,灯号,亮灯（红黄绿）
            LEAD_UNIT  | 责任科（室）,责任部室,牵头单位、配合单位,Responsible Dept.
            CO_UNITS   | 配合科（室）,Supporting dept
            LEADER     | 分管院长,主管处长,Accountable lead
            OWNERS     | 牵头单位责任人,完成人,Responsible Party
            MEASURES   | 下一步工作措施,解决路径,Next steps
            PROGRESS   | 截止目前整改情况,已采取的措施,Resolution
            CATEGORY   | Issue category
            NUMBER     | N0.,#
            OTHER      | 督办单位,验收单位,配合单位责任人
            NOTES      | 备注,Remarks,备 注
            NUMBER     | 工单号,诉求编号,受理编号,转办单编号,线上督办单编号
            TITLE      | 标题,工单标题,诉求标题
            PROBLEM    | 主要内容,来电内容,反映内容,工单内容
            CATEGORY   | 工单类型,问题分类,一级分类,二级分类,三级分类,工单性质,诉求类型
            SOURCE     | 来电渠道,受理渠道
            STATUS     | 工单状态,是否解决
            REPORTER   | 来电人,诉求人,反映人,来话人,来电人姓名,诉求人姓名,反映人姓名,来话人姓名
            REPORTER_CONTACT | 来电人电话/账号,来电人电话,诉求人电话,反映人电话,来话人电话,来电号码,联系号码,诉求人联系电话
            PLACE      | 被反映区,被反映街乡镇,村/社区,小区点位/问题点位,诉求地址,诉求点位
            LEAD_UNIT  | 二级承办单位简称,三级承办单位
            CO_UNITS   | 加派单位,会办单位
            RAISED_ON  | 来电时间,创建时间,受理时间
            COMPLETED_ON | 办结时间,督办单办结时间
            PROGRESS   | 办理结果,处理结果,回复内容,公开答复内容,转办单回复内容,督办单回复内容
            VERDICT    | 是否有效回访,是否联系,是否满意,联系群众（已联系）,转办单满意度,不满意回访内容,督办单短信评价满意度,督办单回访内容
            DEADLINE   | 计划完成时间(非最终),处理时限
            DIFFICULTIES | 未解决原因
            OTHER      | 处理受理方式,诉求属实,超职责诉求,申请类型,联系时间,拒收单位,加派天数,是否为最终办理结果,分类调整,研判(一级),是否保密,紧急程度
            """)
    void a_heading_is_known(Field field, String headings) {
        for (var heading : headings.split(",")) {
            var meaning = Columns.usual().of(heading.replace('⏎', '\n'));
            assertThat(meaning).as(heading).isNotNull();
            assertThat(meaning.field()).as(heading).isEqualTo(field);
        }
    }
}
