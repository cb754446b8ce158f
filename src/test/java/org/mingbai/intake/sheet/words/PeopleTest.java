package org.mingbai.intake.sheet.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `⏎` is a line break.
class PeopleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            马晓燕、吴刚                   | 马晓燕 / 吴刚
            马晓燕，吴刚                   | 马晓燕 / 吴刚
            马晓燕,吴刚                    | 马晓燕 / 吴刚
            马晓燕 吴刚                    | 马晓燕 / 吴刚
            马晓燕　吴　刚                  | 马晓燕 / 吴刚
            马晓燕⏎吴刚                    | 马晓燕 / 吴刚
            马晓燕/吴刚                    | 马晓燕 / 吴刚
            马晓燕；吴刚                   | 马晓燕 / 吴刚
            马晓燕;吴刚                    | 马晓燕 / 吴刚
            马晓燕 13800138000            | 马晓燕
            马晓燕（13800138000）、吴刚（0571-87654321） | 马晓燕 / 吴刚
            马晓燕13800138000⏎吴刚13900139000 | 马晓燕 / 吴刚
            张 三                         | 张三
            欧阳 明                       | 欧阳明
            欧阳明 李敏                    | 欧阳明 / 李敏
            王建国局长                     | 王建国
            局长王建国                     | 王建国
            王建国（局长）                  | 王建国
            王建国 局长                    | 王建国
            党委书记王建国、副院长李敏        | 王建国 / 李敏
            医务科科长 李敏                | 李敏
            负责人：李敏                   | 李敏
            李敏等                        | 李敏
            科室负责人                     | 科室负责人
            马晓燕和吴刚                   | 马晓燕 / 吴刚
            John Smith, Mary O'Brien     | John Smith / Mary O'Brien
            John Smith and Mary O'Brien  | John Smith / Mary O'Brien
            John Smith; Mary O'Brien     | John Smith / Mary O'Brien
            J. Smith / M. O'Brien        | J. Smith / M. O'Brien
            John Smith⏎Mary O'Brien      | John Smith / Mary O'Brien
            买买提·艾力                   | 买买提·艾力
            -                            | ''
            李敏\\吴刚                       | 李敏 / 吴刚
            ①李敏②吴刚                       | 李敏 / 吴刚
            党组成员、副局长李敏               | 李敏
            全体班子成员                      | 全体班子成员
            """)
    void a_cell_of_several_people_is_taken_apart_without_titles_and_telephones(String cell, String people) {
        assertThat(String.join(" / ", People.split(cell.replace('⏎', '\n')))).isEqualTo(people);
    }
}
