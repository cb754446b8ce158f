package org.mingbai.shell;

/// The handful of drawn signs. Each is decoration beside a word, never a word's substitute.
public enum Sign {
    TRAY("M4 13h4l1.5 3h5l1.5-3h4M4 13l3-8h10l3 8v6H4z"),
    REGISTER("M5 4h14v16H5zM5 9h14M5 14h14M10 9v11"),
    SUPERVISION("M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4l3 2"),
    SLIP("M6 4h12v16H6zM9 8h6M9 11h6M13 16h3"),
    VOICE("M4 5h16v11h-8l-5 4v-4H4z"),
    FIGURES("M5 20V11M12 20V4M19 20v-6M3 20h18"),
    LIBRARY("M5 4h5v16H5zM10 4h4v16h-4zM15.5 5l4-1 3 15-4 1z"),
    PATTERN("M6 6h4v4H6zM14 6h4v4h-4zM6 14h4v4H6zM14 14h4v4h-4z"),
    ACTIVITY("M5 6h14v14H5zM5 10h14M9 4v4M15 4v4"),
    CALENDAR("M4 6h16v14H4zM4 10h16M8 4v4M16 4v4M8 13.5h2M14 13.5h2M8 16.5h2M14 16.5h2"),
    DIRECTORY("M12 4h0M10 4h4v4h-4zM4 16h4v4H4zM16 16h4v4h-4zM12 8v4M6 16v-4h12v4"),
    ADMINISTRATION("M4 7h9M17 7h3M4 17h3M11 17h9M13 5h4v4h-4zM7 15h4v4H7z"),
    IMPORT("M12 4v11M8 11l4 4 4-4M4 19h16"),
    EXPORT("M12 15V4M8 8l4-4 4 4M4 19h16"),
    SEARCH("M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5L20 20"),
    FILE("M6 3h8l4 4v14H6zM14 3v4h4"),
    BURDEN("M12 4v16M8 20h8M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z"),
    BELL("M6 17v-6a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4"),
    PRINT("M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z");

    private final String path;

    Sign(String path) {
        this.path = path;
    }

    /// Outline on a 24 x 24 field, drawn with a hairline and no filling.
    public String path() {
        return path;
    }
}
