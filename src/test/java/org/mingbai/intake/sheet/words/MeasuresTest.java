package org.mingbai.intake.sheet.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `⏎` is a line break.
class MeasuresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            建立月调度机制                                    | 建立月调度机制
            1.增设自助机8台⏎2.公开投诉电话                     | 增设自助机8台 / 公开投诉电话
            1、增设自助机8台⏎2、公开投诉电话                    | 增设自助机8台 / 公开投诉电话
            1．增设自助机8台；2．公开投诉电话。                  | 增设自助机8台 / 公开投诉电话
            1）增设自助机8台 2）公开投诉电话                    | 增设自助机8台 / 公开投诉电话
            (1)增设自助机8台(2)公开投诉电话                     | 增设自助机8台 / 公开投诉电话
            （1）增设自助机8台；（2）公开投诉电话                | 增设自助机8台 / 公开投诉电话
            （一）增设自助机8台⏎（二）公开投诉电话               | 增设自助机8台 / 公开投诉电话
            一、增设自助机8台⏎二、公开投诉电话                  | 增设自助机8台 / 公开投诉电话
            一是增设自助机8台；二是公开投诉电话；三是每周通报一次  | 增设自助机8台 / 公开投诉电话 / 每周通报一次
            ①增设自助机8台②公开投诉电话                        | 增设自助机8台 / 公开投诉电话
            ⑴增设自助机8台⑵公开投诉电话                        | 增设自助机8台 / 公开投诉电话
            增设自助机8台；公开投诉电话                         | 增设自助机8台 / 公开投诉电话
            增设自助机8台;公开投诉电话                          | 增设自助机8台 / 公开投诉电话
            增设自助机8台⏎公开投诉电话                          | 增设自助机8台 / 公开投诉电话
            措施一：增设自助机8台⏎措施二：公开投诉电话            | 增设自助机8台 / 公开投诉电话
            第一，增设自助机8台；第二，公开投诉电话              | 增设自助机8台 / 公开投诉电话
            1. 增设自助机8台 2. 公开投诉电话 3. 组织培训6期      | 增设自助机8台 / 公开投诉电话 / 组织培训6期
            •增设自助机8台⏎•公开投诉电话                        | 增设自助机8台 / 公开投诉电话
            - 增设自助机8台⏎- 公开投诉电话                      | 增设自助机8台 / 公开投诉电话
            ㈠增设自助机8台㈡公开投诉电话                        | 增设自助机8台 / 公开投诉电话
            1.2023年底前增设自助机8台⏎2.2024年公开投诉电话       | 2023年底前增设自助机8台 / 2024年公开投诉电话
            投入1.5万元，2023.10.31前完成                      | 投入1.5万元，2023.10.31前完成
            1、增设自助机，共3、5台两批；2、公开电话             | 增设自助机，共3、5台两批 / 公开电话
            1.增设自助机8台                                    | 增设自助机8台
            １．增设自助机８台⏎２．公开投诉电话                  | 增设自助机８台 / 公开投诉电话
            1 增设自助机⏎2 公开投诉电话                         | 增设自助机 / 公开投诉电话
            1. Add kiosks⏎2. Publish the hotline              | Add kiosks / Publish the hotline
            a) Add kiosks; b) Publish the hotline             | Add kiosks / Publish the hotline
            (i) Add kiosks (ii) Publish the hotline           | Add kiosks / Publish the hotline
            1) Add kiosks; 2) Publish the hotline             | Add kiosks / Publish the hotline
            【1】增设自助机⏎【2】公开投诉电话                    | 增设自助机 / 公开投诉电话
            1-增设自助机⏎2-公开投诉电话                         | 增设自助机 / 公开投诉电话
            其一，增设自助机；其二，公开投诉电话                  | 增设自助机 / 公开投诉电话
            1增设自助机⏎2公开投诉电话                           | 增设自助机 / 公开投诉电话
            5个窗口开放⏎6台设备更新                             | 5个窗口开放 / 6台设备更新
            ❶增设自助机❷公开投诉电话                            | 增设自助机 / 公开投诉电话
            1️⃣增设自助机2️⃣公开投诉电话                          | 增设自助机 / 公开投诉电话
            措施1：增设自助机；措施2：公开投诉电话                | 增设自助机 / 公开投诉电话
            第1项：增设自助机；第2项：公开投诉电话                | 增设自助机 / 公开投诉电话
            首先，增设自助机；其次，公开投诉电话                  | 增设自助机 / 公开投诉电话
            1。增设自助机⏎2。公开投诉电话                        | 增设自助机 / 公开投诉电话
            1、增设自助机2、公开投诉电话                         | 增设自助机 / 公开投诉电话
            1.1 增设自助机⏎1.2 公开投诉电话                      | 增设自助机 / 公开投诉电话
            1.10月底前增设自助机⏎2.11月底前公开电话               | 10月底前增设自助机 / 11月底前公开电话
            1.增设自助机⏎3.公开投诉电话                          | 增设自助机 / 公开投诉电话
            1.增设自助机⏎1.公开投诉电话                          | 增设自助机 / 公开投诉电话
            A、增设自助机⏎B、公开投诉电话                        | 增设自助机 / 公开投诉电话
            A. Smith reports weekly                           | A. Smith reports weekly
            a) Add kiosks                                     | Add kiosks
            Step 1: Add kiosks⏎Step 2: Publish the hotline    | Add kiosks / Publish the hotline
            i. Add kiosks⏎ii. Publish the hotline             | Add kiosks / Publish the hotline
            """)
    void a_cell_is_taken_apart_into_its_measures_without_their_numbers(String cell, String measures) {
        assertThat(String.join(" / ", Measures.of(cell.replace('⏎', '\n')))).isEqualTo(measures);
    }
}
