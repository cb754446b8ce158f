package org.mingbai;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Logins;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.ledger.web.MatterScene;
import org.mingbai.story.HealthOffice;
import org.mingbai.supervision.slip.web.SlipScene;
import org.mingbai.verdict.VerdictScene;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole product, listening on a free port (`@LocalServerPort`) for a browser or an HTTP client, on the one database of this run, at the time of a
/// [SettableClock], with the towns and scenes that tests lay out.
///
/// Nothing is rolled back: a test makes its own tenant or organisation. A test that adds properties or beans of its own starts a second product, which costs
/// seconds and the work of one more product by the clock until the run is over.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(TestTime.Reset.class)
@ContextConfiguration(initializers = TestDatabase.class)
@Import({TestTime.class, SmallTown.class, Bureau.class, Logins.class, LedgerScene.class, MatterScene.class, SlipScene.class, VerdictScene.class,
        HealthOffice.class})
public @interface MingbaiTest {}
