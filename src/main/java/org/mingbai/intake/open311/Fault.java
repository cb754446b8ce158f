package org.mingbai.intake.open311;

import java.util.List;

/// Why a call is refused (GeoReport v2, errors).
/// @param code 400 for what is wrong in it, 403 for its key, 404 for what is not there, 429 for too many
/// @param key of the words that say it, `intake.open311.fault.<what>`
public record Fault(int code, String key, List<Object> args) {

    public static Fault of(int code, String what, Object... args) {
        return new Fault(code, "intake.open311.fault." + what, List.of(args));
    }
}
