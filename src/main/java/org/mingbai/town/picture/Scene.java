package org.mingbai.town.picture;

/// What can be drawn.
public enum Scene { LAMP, ROAD, DRAIN, BINS, STOP, LIFT, DOOR, PIPE, FIELD, GATE, HALL, PAPER }
