package org.mingbai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrangersFormsTest {

    private static final long LONGEST = 4 << 20;

    private final StrangersForms forms = new StrangersForms();

    @Test
    void one_network_has_half_of_the_room_and_all_together_no_more_than_there_is() {
        for (int i = 0; i < 16; i++) {
            assertThat(forms.hold("192.0.2.1", LONGEST)).isTrue();
        }
        assertThat(forms.hold("192.0.2.1", 1)).isFalse();
        for (int i = 0; i < 16; i++) {
            assertThat(forms.hold("2001:db8:0:1::" + i, LONGEST)).isTrue();
        }
        assertThat(forms.hold("192.0.2.2", 1)).isFalse();
        forms.letGo("192.0.2.1", LONGEST);
        assertThat(forms.hold("192.0.2.2", LONGEST)).isTrue();
        assertThat(forms.hold("192.0.2.1", LONGEST)).as("all is full again").isFalse();
    }

    @Test
    void what_was_let_go_of_is_there_for_the_next() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(forms.hold("192.0.2.1", LONGEST)).isTrue();
            forms.letGo("192.0.2.1", LONGEST);
        }
    }
}
