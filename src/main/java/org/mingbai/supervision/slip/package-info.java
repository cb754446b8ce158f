/// Supervision slips: numbered records that are drafted, signed, sent, received, answered or lapse. How a slip stands is read from its events;
/// what concerns a matter is told in the matter's journal too.
@NamedInterface("slip")
@NullMarked
package org.mingbai.supervision.slip;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
