package org.mingbai.shell.watch;

/// One number of the moment, as Prometheus reads it.
/// @param name  in small letters, `mingbai_` first, the unit last; what stands in braces after it are its labels
/// @param about what it is, in a line
public record Measure(String name, String about, double value) {

    /// Without its labels.
    String family() {
        int labels = name.indexOf('{');
        return labels < 0 ? name : name.substring(0, labels);
    }

    /// A counter only ever grows; its name says so.
    String kind() {
        return family().endsWith("_total") ? "counter" : "gauge";
    }
}
