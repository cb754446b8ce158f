package org.mingbai.intake.sheet.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"是", "√", "✓", "✔", "已销号", "已完成", "完成", "已办结", "办结", "结案", "是（已销号）", "已销号（2023.10.31）", "已完成整改", "整改到位",
        "Closed", "CLOSED", "Yes", "Y", "Done", "Completed", "完成整改销号", "同意销号", "已 完 成", "已归档", "☑是 □否", "已完成√", "100%", "销号完成", "已整改销号"})
    void a_word_says_done(String word) {
        assertThat(States.ofWord(word)).isEqualTo(State.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"否", "×", "✗", "未销号", "未完成", "整改中", "正在整改", "推进中", "申请销号", "待销号", "公示中", "拟销号", "部分完成", "基本完成", "阶段性完成", "长期坚持", "按时序整改",
        "立行立改、长期坚持", "No", "N", "Open", "In progress", "Not started", "Pending", "Partially complete", "On hold", "否（正在推进）", "□是 ☑否", "正在推进", "已启动",
                "未启动", "80%", "尚未完成", "不同意销号", "待办理", "Awaiting verification"})
    void a_word_says_not_done(String word) {
        assertThat(States.ofWord(word)).isEqualTo(State.OPEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            已完成                                         | CLOSED
            已完成。                                        | CLOSED
            全部完成                                        | CLOSED
            已全部完成                                      | CLOSED
            已整改到位并公示                                 | CLOSED
            已整改到位                                      | CLOSED
            已于2023年10月完成整改                            | CLOSED
            10月15日已完成整改                                | CLOSED
            已完成整改，并建立长效机制                         | CLOSED
            已完成整改，将持续巩固                            | CLOSED
            整改完成，已通过验收                              | CLOSED
            已办结                                          | CLOSED
            已完成5项，共5项                                  | CLOSED
            5项措施已全部完成                                 | CLOSED
            完成100%                                        | CLOSED
            已完成100%                                      | CLOSED
            已增设自助机5台，问题已解决                        | CLOSED
            1.已增设窗口3个，已完成；2.已开展培训，已完成        | CLOSED
            已修订管理制度并印发执行，整改完成                  | CLOSED
            已完成80%                                       | OPEN
            完成80%                                         | OPEN
            已完成整改任务的80%                               | OPEN
            已完成3项，剩余2项                                | OPEN
            已完成3项、剩余2项                                | OPEN
            5项措施已完成3项                                  | OPEN
            已完成3/5                                       | OPEN
            基本完成                                        | OPEN
            阶段性完成                                      | OPEN
            部分完成                                        | OPEN
            已完成方案制定，正在施工                           | OPEN
            已完成招标，预计12月底完工                         | OPEN
            已制定方案                                       | OPEN
            推进中                                          | OPEN
            正在推进                                        | OPEN
            正在办理                                        | OPEN
            未完成                                          | OPEN
            尚未完成整改                                     | OPEN
            未整改到位                                      | OPEN
            预计12月底完成                                   | OPEN
            力争年底前完成                                   | OPEN
            计划11月底前完成                                  | OPEN
            已完成第一阶段                                   | OPEN
            持续推进                                        | OPEN
            长期坚持                                        | OPEN
            已启动，按时序推进                               | OPEN
            逾期未完成                                      | OPEN
            1.已完成；2.正在推进                              | OPEN
            已完成一半                                      | OPEN
            已完成大部分                                     | OPEN
            接近完成                                        | OPEN
            即将完成                                        | OPEN
            已完成前期调研                                   | OPEN
            整改完成率80%                                    | OPEN
            80%                                            | OPEN
            In progress, 80% complete                      | OPEN
            Completed in October                           | CLOSED
            Not yet completed                              | OPEN
            Fully implemented and verified                 | CLOSED
            Incomplete                                     | OPEN
            Installed 3 of 5 machines                      | OPEN
            已完成（10月20日）                                | CLOSED
            已完成（2023.10.20，见附件3）                      | CLOSED
            1.已完成；2.已完成                                | CLOSED
            ①已完成②已完成                                   | CLOSED
            ①已完成②推进中                                   | OPEN
            已完成接待室改造                                  | CLOSED
            未成年人服务窗口已设置，整改完成                     | CLOSED
            基本公共卫生服务问题已整改到位                       | CLOSED
            已完成整改，待验收                                | OPEN
            已完成整改，已申请销号                             | OPEN
            12月底前完成                                     | OPEN
            10月底前已完成                                   | CLOSED
            无法按期完成                                     | OPEN
            除第3项外均已完成                                 | OPEN
            已通过验收                                       | CLOSED
            已得到有效解决                                   | CLOSED
            已立行立改                                       | CLOSED
            Done, monitoring continues                     | CLOSED
            """)
    void progress_tells_whether_all_is_done(String text, State state) {
        assertThat(States.ofProgress(text)).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "已召开专题会议研究", "/", "群众满意度达到92%"})
    void progress_that_tells_neither_is_left_open(String text) {
        assertThat(States.ofProgress(text)).isNull();
    }
}
