package org.mingbai.intake.sheet.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `⏎` is a line break.
class UnitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            医政医管科、药政科              | 医政医管科 / 药政科
            医政医管科，药政科              | 医政医管科 / 药政科
            医政医管科 药政科               | 医政医管科 / 药政科
            医政医管科⏎药政科               | 医政医管科 / 药政科
            医政医管科/药政科               | 医政医管科 / 药政科
            医政医管科;药政科               | 医政医管科 / 药政科
            医政医管科；药政科；            | 医政医管科 / 药政科
            医政医管科,药政科               | 医政医管科 / 药政科
            规划 信息科                    | 规划信息科
            市第一人民医院、市中医院等       | 市第一人民医院 / 市中医院
            市卫健委（医政科、药政科）       | 市卫健委（医政科、药政科）
            各乡镇（街道）                 | 各乡镇（街道）
            Health Bureau, Works Department | Health Bureau / Works Department
            药政科和财务科                 | 药政科 / 财务科
            药政科及财务科                 | 药政科 / 财务科
            发展和改革局、财政局            | 发展和改革局 / 财政局
            人力资源和社会保障局            | 人力资源和社会保障局
            /                            | ''
            无                            | ''
            ①药政科②财务科                | 药政科 / 财务科
            农业农村和水利局               | 农业农村和水利局
            """)
    void a_cell_of_several_units_is_taken_apart(String cell, String units) {
        assertThat(String.join(" / ", Units.split(cell.replace('⏎', '\n')))).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            县医院                            | 县医院  | ''
            牵头单位：县医院；配合单位：药政科、财务科 | 县医院  | 药政科 / 财务科
            牵头：县医院⏎配合：药政科            | 县医院  | 药政科
            县医院（牵头）、药政科、财务科        | 县医院  | 药政科 / 财务科
            县医院牵头，药政科、财务科配合        | 县医院  | 药政科 / 财务科
            药政科、县医院（牵头）              | 县医院  | 药政科
            县医院（药政科配合）                | 县医院  | 药政科
            Lead: Health Bureau; Support: Works Department | Health Bureau | Works Department
            由县医院牵头，药政科、财务科配合      | 县医院  | 药政科 / 财务科
            Roads Bureau (lead), Finance Office | Roads Bureau | Finance Office
            """)
    void a_cell_tells_who_leads_and_who_helps(String cell, String lead, String co) {
        var read = Units.of(cell.replace('⏎', '\n'));
        assertThat(read.lead()).isEqualTo(lead);
        assertThat(String.join(" / ", read.co())).isEqualTo(co);
    }
}
