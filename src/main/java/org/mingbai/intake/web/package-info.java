/// The pages on which a ledger is brought, looked at and taken over.
@org.jspecify.annotations.NullMarked
package org.mingbai.intake.web;
