package org.mingbai.directory.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@MingbaiTest
class TellingsTest {

    private static final String WORDS = "directory.tell.trial";

    @Autowired Bureau bureau;
    @Autowired Tellings tellings;
    @Autowired Messages messages;
    @Autowired PlatformTransactionManager transactions;

    private Bureau.Made it;
    private PersonId wang;
    private PersonId li;

    @BeforeEach
    void twoPeople() {
        it = bureau.made();
        wang = bureau.person(it.keeper(), "王芳", new Seat(it.lamps(), Role.HANDLER));
        li = bureau.person(it.keeper(), "李强", new Seat(it.lamps(), Role.HANDLER));
    }

    private void inOne(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }

    private SignedIn as(PersonId person) {
        return bureau.as(it.tenant(), person);
    }

    private List<Messages.Message> toldTo(PersonId person) {
        return messages.page(as(person), Locale.CHINESE, Long.MAX_VALUE, 100);
    }

    private static Telling about(String topic, String cause) {
        return Telling.of(topic, cause, "/matters/7", WORDS, "七号");
    }

    @Test
    void the_same_cause_tells_the_same_person_once() {
        inOne(() -> tellings.tell(it.tenant(), List.of(wang, wang), about("turn/7", "turn/7/3")));
        inOne(() -> tellings.tell(it.tenant(), List.of(wang, li), about("turn/7", "turn/7/3")));
        assertThat(toldTo(wang)).hasSize(1);
        assertThat(toldTo(li)).hasSize(1);
        assertThat(messages.unread(it.tenant(), wang)).isEqualTo(1);
    }

    @Test
    void what_is_undone_was_not_told() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            tellings.tell(it.tenant(), List.of(wang), about("turn/7", "turn/7/3"));
            status.setRollbackOnly();
        });
        assertThat(toldTo(wang)).isEmpty();
    }

    @Test
    void nobody_is_told_outside_of_a_transaction() {
        assertThatThrownBy(() -> tellings.tell(it.tenant(), List.of(wang), about("turn/7", "turn/7/3"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_settled_counts_as_read_and_the_next_is_new() {
        inOne(() -> tellings.tell(it.tenant(), List.of(wang), about("turn/7", "turn/7/3")));
        inOne(() -> {
            tellings.settle(it.tenant(), "turn/7");
            tellings.tell(it.tenant(), List.of(li), about("turn/7", "turn/7/4"));
        });
        assertThat(messages.unread(it.tenant(), wang)).isZero();
        assertThat(messages.unread(it.tenant(), li)).isEqualTo(1);
    }

    @Test
    void to_open_one_is_to_have_read_it_and_only_its_own_reader_can() {
        inOne(() -> tellings.tell(it.tenant(), List.of(wang), about("turn/7", "turn/7/3")));
        long id = toldTo(wang).getFirst().id();
        assertThat(messages.open(as(li), id)).isEmpty();
        assertThat(messages.unread(it.tenant(), wang)).isEqualTo(1);
        assertThat(messages.open(as(wang), id)).contains("/matters/7");
        assertThat(messages.unread(it.tenant(), wang)).isZero();
    }

    @Test
    void what_came_after_the_page_was_shown_stays_unread() {
        inOne(() -> tellings.tell(it.tenant(), List.of(wang), about("turn/7", "turn/7/3")));
        long seen = toldTo(wang).getFirst().id();
        inOne(() -> tellings.tell(it.tenant(), List.of(wang), about("turn/8", "turn/8/3")));
        assertThat(messages.readUpTo(as(wang), seen)).isEqualTo(1);
        assertThat(messages.unread(it.tenant(), wang)).isEqualTo(1);
    }

    @Test
    void each_reads_it_in_their_language() {
        inOne(() -> tellings.tell(it.tenant(), List.of(wang),
                Telling.of("due/7", "due/7/1", "/matters/7", WORDS, LocalDate.of(2026, 3, 9))));
        assertThat(toldTo(wang).getFirst().sentence()).contains("2026年3月9日 星期一");
        assertThat(messages.page(as(wang), Locale.ENGLISH, Long.MAX_VALUE, 9).getFirst().sentence()).contains("Monday 9 March 2026");
    }

    @Test
    void a_message_leads_nowhere_but_into_the_pages() {
        assertThatThrownBy(() -> Telling.of("a", "b", "//elsewhere.example", WORDS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Telling.of("a", "b", "https://elsewhere.example", WORDS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_long_title_is_cut_between_letters() {
        assertThat(Telling.cut("😀".repeat(31))).isEqualTo("😀".repeat(30) + "…");
        assertThat(Telling.cut("路灯不亮")).isEqualTo("路灯不亮");
    }
}
