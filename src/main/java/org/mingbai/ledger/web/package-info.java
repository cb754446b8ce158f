/// The pages of the ledger: tray, registers, matters, search, and what they hand out as files.
@NullMarked
package org.mingbai.ledger.web;

import org.jspecify.annotations.NullMarked;
