package org.mingbai.shell.page;

/// A file as it is shown wherever it belongs to something.
///
/// @param sha256 its hash in hexadecimal, so that a reader can compare
public record FileChip(String name, String href, long bytes, String sha256) {

    private static final long KIB = 1024;

    /// `348 KB`, `2.1 MB`.
    public String size() {
        if (bytes < KIB) {
            return bytes + " B";
        }
        return bytes < KIB * KIB ? bytes / KIB + " KB" : "%.1f MB".formatted(bytes / (double) (KIB * KIB));
    }
}
