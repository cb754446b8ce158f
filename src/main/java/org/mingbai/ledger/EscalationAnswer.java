package org.mingbai.ledger;

/// What the unit above does with what was taken up to it: coordinates it (协调), takes it over (提级办理), or refuses (不予提级).
public enum EscalationAnswer { COORDINATES, TAKES_OVER, REFUSES }
