package org.mingbai.shell.database;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/// A guest moves no table. It only makes sure that the product it joins has the tables this version knows: all of them and no other.
@Component
@ConditionalOnBooleanProperty(Passing.GUEST)
class SameVersion implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        Arrays.stream(flyway.info().all()).filter(step -> !shared(step)).findFirst().ifPresent(step -> {
            throw new DatabaseRefused(
                    "正在运行的明白账与这个命令不是同一版本（数据库步骤 " + step.getVersion() + " 不一致）。请用它自己的那一版程序运行这个命令。",
                    "The running Mingbai is of another version than this command (step " + step.getVersion()
                            + " of the database differs). Run the command of that same version.");
        });
    }

    private static boolean shared(MigrationInfo step) {
        return step.getState() == MigrationState.SUCCESS && step.isChecksumMatching();
    }
}
