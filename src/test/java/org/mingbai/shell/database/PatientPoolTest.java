package org.mingbai.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@MingbaiTest
class PatientPoolTest {

    @Autowired DataSource pool;

    @Test
    void a_page_waits_a_limited_time_for_a_word_of_the_database_and_work_behind_the_pages_as_long_as_it_takes() throws SQLException {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            assertThat(patienceMillis()).isEqualTo(PatientPool.SILENCE_MILLIS_MAX);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
        assertThat(patienceMillis()).isZero();
    }

    private int patienceMillis() throws SQLException {
        try (var connection = pool.getConnection()) {
            return connection.getNetworkTimeout();
        }
    }
}
