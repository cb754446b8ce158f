package org.mingbai.reporting.web;

import java.util.List;
import org.mingbai.reporting.roadmap.RoadMap;
import org.mingbai.shell.Link;

/// A road map on its page: the picture, then the table it is drawn from.
/// @param svg as it was drawn: every text in it is escaped
/// @param files the same as files, in the forms this machine can make
/// @param saying what it cannot; empty where it can all
public record MapPage(String title, List<Link> way, String back, String svg, RoadMap map, List<Link> files, String saying) {}
