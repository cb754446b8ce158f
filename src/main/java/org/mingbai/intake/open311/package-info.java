/// What other programs raise and read over Open311 GeoReport v2: the services a body offers, the keys of programs, and the requests they made.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("open311")
package org.mingbai.intake.open311;
