package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Still more ledgers with several traits at once.
class WaveTest {

    @Test
    void problem_cells_keep_their_words_as_they_stand() {
        var told = Drawn.sheet("""
                序号|存在的突出问题|工作举措|牵头处室|包案领导|整改期限|整改情况
                1|1.停车位不足；2.引导不清|①增设车位②设置引导牌|后勤处|王建国|２０２３年１０月３１日前|已完成整改，长期坚持
                2|服务意识不强，存在“冷硬横推”现象。|修订《首问负责制》；加强培训|党办|陈静|立行立改，长期坚持|取得阶段性成效
                """).read();
        assertThat(told.problems()).containsExactly("1.停车位不足；2.引导不清", "服务意识不强，存在“冷硬横推”现象。");
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌", "修订《首问负责制》 / 加强培训");
        assertThat(told.dues()).containsExactly("2023-10-31", "LONG_TERM");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void columns_for_the_light_as_ticks() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任单位|红黄绿||
                ||||红|黄|绿
                1|停车位不足|增设车位|县医院|||√
                2|挂号难|增设窗口|药政科||√|
                3|流程繁琐|合并环节|财务科|√||
                """).merged("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1").read();
        assertThat(told.lights()).containsExactly("GREEN", "YELLOW", "RED");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN");
    }

    @Test
    void headings_with_instructions_in_brackets() {
        var told = Drawn.sheet("""
                序号|问题（请逐条列出）|整改措施⏎（具体、可操作）|责任单位（牵头单位列第一）|责任人（姓名+职务）|完成时限（格式：2023.10.31）|进展（已完成/推进中）|是否销号（是/否）
                1|停车位不足|增设车位|县医院、药政科|李敏（主任）|2023.10.31|已完成|是
                """).read();
        assertThat(told.leads()).containsExactly("县医院");
        assertThat(told.coUnits()).containsExactly("药政科");
        assertThat(told.owners()).containsExactly("李敏");
        assertThat(told.dues()).containsExactly("2023-10-31");
        assertThat(told.states()).containsExactly("CLOSED");
    }

    @Test
    void a_table_without_number_and_with_details_apart() {
        var told = Drawn.sheet("""
                问题来源|问题概述|具体表现|解决措施|主办单位|会办单位|拟完成时间|当前状态
                巡视反馈|停车难|高峰期排队半小时|增设车位|县医院|公安局|2023年10月|已办结
                信访|挂号难|窗口少|增设窗口|药政科||2023年12月|办理中
                """).read();
        assertThat(told.problems()).containsExactly("停车难", "挂号难");
        assertThat(told.sources()).containsExactly("巡视反馈", "信访");
        assertThat(told.leads()).containsExactly("县医院", "药政科");
        assertThat(told.coUnits()).containsExactly("公安局", "");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-31");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void goals_merged_over_problems_and_problems_over_measures() {
        var told = Drawn.sheet("""
                序号|类别|问题|整改目标|整改措施|责任人|完成时限
                1|服务|停车位不足|满意度95%|增设车位|李敏|2023.10.31
                ||||设置引导牌|吴刚|2023.11.30
                2||挂号难||增设窗口|周丽|2023.12.31
                ||||延长时间|周丽|2023.12.31
                """).merged("A2:A3", "A4:A5", "B2:B5", "C2:C3", "C4:C5", "D2:D5").read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.goals()).containsExactly("满意度95%", "满意度95%");
        assertThat(told.matters()).extracting(ReadMatter::category).containsExactly("服务", "服务");
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌", "增设窗口 / 延长时间");
        assertThat(told.owners()).containsExactly("李敏 / 吴刚", "周丽");
        assertThat(told.dues()).containsExactly("2023-11-30", "2023-12-31");
    }

    @Test
    void only_the_problem_is_merged_the_number_is_on_every_row() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任人
                1|停车位不足|增设车位|李敏
                2||设置引导牌|吴刚
                3|挂号难|增设窗口|周丽
                """).merged("B2:B3").read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌", "增设窗口");
    }

    @Test
    void only_the_number_is_merged_over_rows_with_problems_of_their_own() {
        var told = Drawn.sheet("""
                编号|问题|整改措施|责任人
                1|停车位不足|增设车位|李敏
                |引导不清|设置引导牌|吴刚
                2|挂号难|增设窗口|周丽
                """).merged("A2:A3").read();
        assertThat(told.problems()).containsExactly("停车位不足", "引导不清", "挂号难");
        assertThat(told.numbers()).containsExactly("1", "1", "2");
    }

    @Test
    void a_hidden_first_row_of_measures_and_a_struck_measure() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任人
                1|停车位不足|增设车位|李敏
                ||旧措施|吴刚
                ||设置引导牌|吴刚
                """).merged("A2:A4", "B2:B4").struck("C3:D3").read();
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌");
        assertThat(told.owners()).containsExactly("李敏 / 吴刚");
    }

    @Test
    void the_year_in_a_far_title_and_quarters() {
        var told = Drawn.sheet("""
                附件3

                2023年全市卫生健康系统“我为群众办实事”重点民生项目清单
                                                  2023年3月5日
                序号|实事项目|主要内容|责任单位|责任领导|完成时限|推进情况
                1|建设儿童友好医院|改造门诊环境|市妇幼保健院|刘洋|三季度|已竣工
                2|扩增停车位|新建停车楼|市第一人民医院|陈静|12月|主体施工
                """).merged("A1:G1", "A3:G3", "A4:G4").read();
        assertThat(told.problems()).containsExactly("建设儿童友好医院", "扩增停车位");
        assertThat(told.dues()).containsExactly("2023-09-30", "2023-12-31");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void states_in_the_words_of_the_field() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位|整改状态
                1|甲问题|措施|县医院|完成整改销号
                2|乙问题|措施|县医院|完成整改并通过验收
                3|丙问题|措施|县医院|按时序整改
                4|丁问题|措施|县医院|立行立改、长期坚持
                5|戊问题|措施|县医院|公示中
                6|己问题|措施|县医院|回头看
                7|庚问题|措施|县医院|反弹重开
                8|辛问题|措施|县医院|已销号
                9|壬问题|措施|县医院|不属实
                """).read();
        assertThat(told.states()).startsWith("CLOSED", "CLOSED", "OPEN", "OPEN", "OPEN").containsSequence("OPEN", "CLOSED");
        assertThat(told.states().get(7)).isEqualTo("CLOSED");
    }

    @Test
    void progress_and_measures_numbered_alike() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位|进展情况
                1|甲问题|1.增设车位⏎2.设置引导牌|县医院|1.已增设车位50个；2.已设置引导牌20块。已全部完成
                2|乙问题|1.增设车位⏎2.设置引导牌|县医院|1.已完成；⏎2.正在实施，预计12月完成
                3|丙问题|1.增设车位|县医院|10月20日完成整改
                4|丁问题|1.增设车位|县医院|已完成前期准备工作
                5|戊问题|1.增设车位|县医院|整改完成，群众满意度达到92%
                6|己问题|1.增设车位|县医院|完成率90%
                7|庚问题|1.增设车位|县医院|已上报市卫健委待批复
                """).read();
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "CLOSED", "OPEN", "CLOSED", "OPEN", "OPEN");
    }

    @Test
    void an_overdue_red_matter_that_was_done_late() {
        var told = Drawn.sheet("""
                No|Finding|Corrective action|Department|Owner|Due|Status|Traffic light
                1|Car park full|Add spaces|Estates|J. Smith|2023-10-31|Completed late|R
                2|Long queues|Add a counter|Outpatients|M. Jones|2023-12-31|On track|G
                3|Poor signage|New signs|Estates|J. Smith|2024-01-31|Not due|A
                4|Old lift|Replace|Estates|J. Smith|asap|Complete|
                """).read();
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN", "CLOSED");
        assertThat(told.lights()).containsExactly("RED", "GREEN", "YELLOW", "-");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-31", "2024-01-31", "IMMEDIATE");
    }

    @Test
    void a_header_below_a_long_explanation() {
        var told = Drawn.sheet("""
                说明：1.问题来源填写调研发现、群众反映等；2.整改时限填写到日；3.责任单位填写全称；4.进展情况填写已完成或推进中。
                序号|问题|来源|措施|单位|人员|时限|进度
                1|停车位不足|群众反映|增设车位|县医院|李敏|10.31|完成
                """).merged("A1:H1").read();
        assertThat(told.only().problem()).isEqualTo("停车位不足");
        assertThat(told.leads()).containsExactly("县医院");
        assertThat(told.owners()).containsExactly("李敏");
        assertThat(told.dues()).containsExactly("2023-10-31");
        assertThat(told.states()).containsExactly("CLOSED");
    }

    @Test
    void forms_stacked_with_signatures_and_titles_between() {
        var told = Drawn.sheet("""
                问题整改登记表（一）
                问题编号|XC01|问题来源|巡察反馈
                问题内容|停车位不足
                整改举措|1、增设车位；2、设置引导牌
                主责部门|后勤处|配合部门|保卫处、财务处
                挂点领导|陈静|经办人|李敏
                完成期限|10月底前|销号情况|已销号
                填表人：王芳|审核人：周丽

                问题整改登记表（二）
                问题编号|XC02|问题来源|群众反映
                问题内容|挂号难
                整改举措|增设窗口
                主责部门|门诊部|配合部门|
                挂点领导|陈静|经办人|吴刚
                完成期限|长期坚持|销号情况|未销号
                填表人：王芳|审核人：周丽
                """).read();
        assertThat(told.numbers()).containsExactly("XC01", "XC02");
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌", "增设窗口");
        assertThat(told.coUnits()).containsExactly("保卫处 / 财务处", "");
        assertThat(told.leaders()).containsExactly("陈静", "陈静");
        assertThat(told.owners()).containsExactly("李敏", "吴刚");
        assertThat(told.dues()).containsExactly("2023-10-31", "LONG_TERM");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void a_form_with_the_light_as_fill() {
        var told = Drawn.sheet("""
                问题|停车位不足
                整改措施|增设车位
                责任单位|县医院
                整改时限|2023.10.31
                亮灯|
                """).filled("B5", 0x00B050).read();
        assertThat(told.lights()).containsExactly("GREEN");
        assertThat(told.states()).containsExactly("CLOSED");
    }

    @Test
    void progress_as_a_share_in_numbers() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位|进度
                1|停车位不足|增设车位|县医院|
                2|挂号难|增设窗口|药政科|
                """).number("E2", 1, "0%").number("E3", 0.8, "0%").read();
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
        assertThat(told.progress()).containsExactly("100%", "80%");
    }
}
