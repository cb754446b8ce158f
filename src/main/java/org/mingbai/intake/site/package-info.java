/// What the public site is guarded by and shows that is nobody's matter: how fast one may ask, the tickets of its forms.
@org.jspecify.annotations.NullMarked
package org.mingbai.intake.site;
