package org.mingbai.shell.database;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/// Brings the tables to this version's step. Where a newer version made steps that this one does not know, it starts nothing: it would write rows
/// without what those steps ask of them.
@Component
@ConditionalOnBooleanProperty(name = Passing.GUEST, havingValue = false, matchIfMissing = true)
class NoNewerTables implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        Arrays.stream(flyway.info().all()).filter(NoNewerTables::unknownHere).findFirst().ifPresent(step -> {
            throw new DatabaseRefused(
                    "这个数据库已由更新版本的明白账使用过（步骤 " + step.getVersion() + " 这一版没有）。请用那一版或更新的版本；要退回旧版本，请用旧版本恢复它的备份。",
                    "A newer version of Mingbai has used this database (this version does not know its step " + step.getVersion()
                            + "). Run that version or a newer one; to go back, restore a backup with the old version.");
        });
        flyway.migrate();
    }

    private static boolean unknownHere(MigrationInfo step) {
        return step.getState() == MigrationState.FUTURE_SUCCESS || step.getState() == MigrationState.MISSING_SUCCESS;
    }
}
