package org.mingbai.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How one signs in at a tenant. The shipped values are those assessors of protection level 3 expect; 0 days means no limit.
///
/// @param passwordKindsMin of the four kinds: capital letters, small letters, figures, other signs
/// @param sessionHoursMax after which one signs in again, however busy; 0 for no limit
/// @param unusedDaysMax an account that nobody used for longer no longer opens; administrators' always do
public record SignInRules(
        int passwordLengthMin,
        int passwordKindsMin,
        int passwordAgeDaysMax,
        int failuresMax,
        int lockMinutes,
        int idleMinutes,
        int sessionHoursMax,
        int unusedDaysMax) {

    public static final SignInRules SHIPPED = new SignInRules(8, 3, 90, 5, 5, 10, 12, 90);

    private static final String PREFIX = "sign-in.";

    /// Each rule by its name, as the form and the setting call it.
    public Map<String, Integer> named() {
        var named = new LinkedHashMap<String, Integer>();
        named.put("passwordLengthMin", passwordLengthMin);
        named.put("passwordKindsMin", passwordKindsMin);
        named.put("passwordAgeDaysMax", passwordAgeDaysMax);
        named.put("failuresMax", failuresMax);
        named.put("lockMinutes", lockMinutes);
        named.put("idleMinutes", idleMinutes);
        named.put("sessionHoursMax", sessionHoursMax);
        named.put("unusedDaysMax", unusedDaysMax);
        return named;
    }

    public static SignInRules of(Map<String, Integer> named) {
        var all = SHIPPED.named();
        named.forEach((name, value) -> {
            if (all.replace(name, value) == null) {
                throw new IllegalArgumentException("no rule " + name);
            }
        });
        return new SignInRules(all.get("passwordLengthMin"), all.get("passwordKindsMin"), all.get("passwordAgeDaysMax"),
                all.get("failuresMax"), all.get("lockMinutes"), all.get("idleMinutes"), all.get("sessionHoursMax"),
                all.get("unusedDaysMax"));
    }

    /// A tenant may be stricter or laxer, not senseless: nobody is locked out for ever, no password is shorter than 8.
    public List<Refusal> flaws() {
        var flaws = new ArrayList<Refusal>();
        named().forEach((name, value) -> {
            int least = leastOf(name);
            int most = mostOf(name);
            if (value < least || value > most) {
                flaws.add(new Refusal.OutOfRange(name, least, most));
            }
        });
        return flaws;
    }

    static String settingOf(String name) {
        return PREFIX + name;
    }

    private static int leastOf(String name) {
        return switch (name) {
            case "passwordLengthMin" -> 8;
            case "passwordKindsMin" -> 1;
            case "failuresMax" -> 3;
            case "lockMinutes", "idleMinutes" -> 1;
            default -> 0;
        };
    }

    private static int mostOf(String name) {
        return switch (name) {
            case "passwordLengthMin" -> 64;
            case "passwordKindsMin" -> 4;
            case "failuresMax" -> 20;
            case "lockMinutes", "idleMinutes" -> 1440;
            case "sessionHoursMax" -> 168;
            default -> 3650;
        };
    }
}
