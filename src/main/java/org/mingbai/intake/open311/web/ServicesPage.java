package org.mingbai.intake.open311.web;

import java.util.List;
import org.mingbai.shell.page.FieldErrors;

/// What a body offers to programs, and which programs may raise.
/// @param address where programs find it
/// @param fresh a key just made, shown this once; empty else
public record ServicesPage(String address, List<Row> services, List<Program> programs, String name, String fresh, FieldErrors errors) {

    /// @param taken whether programs see it: offered, on a register open to the public
    public record Row(String code, String name, String register, boolean offered, boolean taken) {}

    /// @param revoked when it was; empty while its key is good
    public record Program(long id, String name, String made, String revoked) {}
}
