package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Registers kept in English, exports of hotlines, and the other lists offices keep.
class RegistersOfOthersTest {

    @Test
    void an_english_register_with_british_dates() {
        var told = Drawn.sheet("Issues", """
                Issue register – as of 20 November 2023
                No.|Issue|Source|Target|Corrective actions|Lead unit|Supporting units|Sponsor|Owner|Due date|Progress|Status|RAG
                1|Car park full|Residents|No complaints|1. Add 50 spaces⏎2. Put up signs|Estates Department|Finance Department,\
                Works Department|Anne Lee|John Smith, Mary Jones|31/10/2023|Completed|Closed|Green
                2|Long queues|Inspection|Under 10 minutes|Add a counter|Outpatient Unit||Anne Lee|John Smith|05/12/2023|In progress, 80% complete|Open|Amber
                3|Poor signage|Audit||Ongoing maintenance|Estates Department|||Mary Jones|Ongoing|Not started|Open|Red
                Total: 3
                Prepared by: John Smith
                """).read();
        assertThat(told.numbers()).containsExactly("1", "2", "3");
        assertThat(told.measures()).containsExactly("Add 50 spaces / Put up signs", "Add a counter", "Ongoing maintenance");
        assertThat(told.coUnits()).containsExactly("Finance Department / Works Department", "", "");
        assertThat(told.leaders()).containsExactly("Anne Lee", "Anne Lee", "-");
        assertThat(told.owners()).containsExactly("John Smith / Mary Jones", "John Smith", "Mary Jones");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-05", "LONG_TERM");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN");
        assertThat(told.lights()).containsExactly("GREEN", "YELLOW", "RED");
    }

    @Test
    void an_english_register_with_american_dates() {
        var told = Drawn.sheet("Findings", """
                ID|Finding|Action required|Responsible department|Assigned to|Target date|Completed?
                F-01|Car park full|Add spaces|Public Works Department|John Smith|10/31/2023|Yes
                F-02|Long queues|Add a counter|Health Services|Mary Jones|12/5/2023|No
                """).read();
        assertThat(told.numbers()).containsExactly("F-01", "F-02");
        assertThat(told.leads()).containsExactly("Public Works Department", "Health Services");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-05");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void a_hotlines_export() {
        var told = Drawn.sheet("工单", """
                工单编号|工单类型|标题|主要内容|来电人|来电人电话|主办单位|协办单位|来电时间|办理时限|工单状态|办理结果|是否满意
                GD20231101001|投诉|路灯不亮|幸福路3号路灯不亮半个月|王某|13800000000|市政所|供电所|2023-11-01 09:12:00|2023-11-06 18:00:00|已办结|已修复，恢复照明|满意
                GD20231102002|咨询|医保报销|咨询异地就医报销流程|李某|13900000000|医保局||2023-11-02 10:00:00|2023-11-30|办理中||
                """).read();
        assertThat(told.numbers()).containsExactly("GD20231101001", "GD20231102002");
        assertThat(told.problems()).containsExactly("幸福路3号路灯不亮半个月", "咨询异地就医报销流程");
        assertThat(told.leads()).containsExactly("市政所", "医保局");
        assertThat(told.coUnits()).containsExactly("供电所", "");
        assertThat(told.dues()).containsExactly("2023-11-06", "2023-11-30");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void a_list_of_tasks_and_one_of_projects() {
        var tasks = Drawn.sheet("任务清单", """
                序号|工作任务|具体举措|牵头领导|牵头处室|配合处室|完成时限|进度
                1|推进检查结果互认|一是统一标准；二是搭建平台|王建国|医政处|规划处、财务处|2023年四季度|已完成60%
                """).read();
        assertThat(tasks.problems()).containsExactly("推进检查结果互认");
        assertThat(tasks.measures()).containsExactly("统一标准 / 搭建平台");
        assertThat(tasks.leaders()).containsExactly("王建国");
        assertThat(tasks.leads()).containsExactly("医政处");
        assertThat(tasks.coUnits()).containsExactly("规划处 / 财务处");
        assertThat(tasks.dues()).containsExactly("2023-12-31");
        assertThat(tasks.states()).containsExactly("OPEN");
        var projects = Drawn.sheet("民生项目", """
                序号|项目名称|民生领域|牵头单位|责任人|开工时间|完成时间|进度|群众满意度
                1|新建停车楼|交通|县医院|李敏|2023.3|2023.12|主体完工|
                """).read();
        assertThat(projects.problems()).containsExactly("新建停车楼");
        assertThat(projects.dues()).containsExactly("2023-12-31");
        assertThat(projects.states()).containsExactly("OPEN");
    }

    @Test
    void the_full_rectification_ledger() {
        var told = Drawn.sheet("""
                某市卫生健康委整改台账（2023年度）
                序号|问题编号|问题来源|问题表述|具体表现|类别|涉及单位|原因剖析|整改目标|整改措施|类型|责任领导|牵头单位|责任单位|责任人|协办单位|起始时间|整改时限|进展情况|完成率|红黄绿|存在困难|佐证材料|申请销号时间|审核人|销号时间|备注
                1|W-001|巡察|停车位不足|高峰排队半小时|服务|县医院|规划滞后|问题清零|增设车位|限期|陈静|市卫健委|县医院|李敏|公安局|2023.9.1|2023.10.31|已完成整改|100%|绿|无|照片3张|2023.10.30|周丽|2023.11.1|
                2|W-002|热线|挂号难|窗口少|服务|药政科|人员不足|不超过10分钟|增设窗口|长期坚持|陈静|药政科|药政科|吴刚||2023.9.1||推进中|60%|黄|缺编|||||
                """).read();
        assertThat(told.numbers()).containsExactly("W-001", "W-002");
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.sources()).containsExactly("巡察", "热线");
        assertThat(told.goals()).containsExactly("问题清零", "不超过10分钟");
        assertThat(told.leads()).containsExactly("市卫健委", "药政科");
        assertThat(told.coUnits()).containsExactly("县医院 / 公安局", "");
        assertThat(told.leaders()).containsExactly("陈静", "陈静");
        assertThat(told.owners()).containsExactly("李敏", "吴刚");
        assertThat(told.dues()).containsExactly("2023-10-31", "LONG_TERM");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
        assertThat(told.lights()).containsExactly("GREEN", "YELLOW");
    }
}
