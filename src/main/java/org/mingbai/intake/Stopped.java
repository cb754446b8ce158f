package org.mingbai.intake;

import java.util.List;
import org.mingbai.intake.sheet.workbook.FileRefusal;

/// Why a run ends without having written anything: a message key.
final class Stopped extends RuntimeException {

    final List<String> at;

    Stopped(String key) {
        super(key);
        at = List.of();
    }

    Stopped(FileRefusal why) {
        super(why.key());
        at = why.arguments();
    }
}
