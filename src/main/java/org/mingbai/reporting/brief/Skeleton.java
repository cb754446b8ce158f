package org.mingbai.reporting.brief;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What a report of a kind begins with: headings, and the figures such reports give. Every sentence between them is for people to write.
public enum Skeleton {
    /// 阶段性进展情况汇报
    STAGE,
    /// 整改情况报告
    RECTIFICATION,
    /// 督查督办周报
    BULLETIN,
    /// 热线月报
    HOTLINE,
    BLANK;

    public String text() {
        if (this == BLANK) {
            return "";
        }
        try (var in = Skeleton.class.getResourceAsStream("/briefs/" + name() + ".txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
