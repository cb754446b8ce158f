/// The calls of Open311 GeoReport v2 in JSON and XML, and the page on which a body says what it offers there.
@org.jspecify.annotations.NullMarked
package org.mingbai.intake.open311.web;
