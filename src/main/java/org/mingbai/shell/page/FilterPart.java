package org.mingbai.shell.page;

/// One condition of a filter as part of a sentence ("责任单位 是 路灯所"), and the address of the list without it.
public record FilterPart(String text, String withoutHref) {}
