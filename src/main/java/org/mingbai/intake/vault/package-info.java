/// How identities are sealed, found again and shown in part: the tables of the vault.
@org.jspecify.annotations.NullMarked
package org.mingbai.intake.vault;
