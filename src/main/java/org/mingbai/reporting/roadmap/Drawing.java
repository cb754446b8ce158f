package org.mingbai.reporting.roadmap;

import java.awt.geom.Path2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sheet with what is on it, lowest first. SVG and PNG are both drawn from it, so that they show the same.
record Drawing(int width, int height, List<Mark> marks) {

    sealed interface Mark {

        /// @param dashed for what is not a thing but a day
        record Line(double x1, double y1, double x2, double y2, Ink ink, double width, boolean dashed) implements Mark {}

        record Box(double x, double y, double width, double height, Ink ink) implements Mark {}

        /// @param y of its base line
        /// @param end whether it ends at x instead of beginning there
        record Text(double x, double y, double size, boolean bold, boolean end, Ink ink, String text) implements Mark {}

        record Outline(Path2D path, @Nullable Ink fill, @Nullable Ink edge, double width) implements Mark {}
    }

    Drawing {
        marks = List.copyOf(marks);
    }
}
