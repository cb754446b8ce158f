package org.mingbai.intake.sheet.words;

/// Whether the office says the matter is done. Anything short of that is open.
public enum State { OPEN, CLOSED }
