package org.mingbai.shell;

/// The handful of drawn signs. Each is decoration beside a word, never a word's substitute.
public enum Sign {
    TRAY("M4 13h4l1.5 3h5l1.5-3h4M4 13l3-8h10l3 8v6H4z"),
    REGISTER("M5 4h14v16H5zM5 9h14M5 14h14M10 9v11"),
    SUPERVISION("M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4l3 2"),
    SLIP("M6 4h12v16H6zM9 8h6M9 11h6M13 16h3"),
    LETTER("M4 6h16v12H4zM4 7l8 6 8-6"),
    VOICE("M4 5h16v11h-8l-5 4v-4H4z"),
    DISPATCH("M4 12h9M9 8l4 4-4 4M15 5h5v14h-5"),
    CALL_OUT("M4 10v4h4l7 4V6l-7 4zM18 9a4 4 0 0 1 0 6"),
    CALL_BACK("M6 4h4l2 5-2.5 1.5a11 11 0 0 0 4 4L15 12l5 2v4c0 1-1 2-2 2A15 15 0 0 1 4 6c0-1 1-2 2-2z"),
    LOOK_BACK("M4.5 9a8 8 0 1 1-.5 4M4 4v5h5M12 8v4l3 2"),
    PUBLISHED("M3 12c3-5 6-7 9-7s6 2 9 7c-3 5-6 7-9 7s-6-2-9-7M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6"),
    VAULT("M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"),
    PROGRAMS("M8 8l-4 4 4 4M16 8l4 4-4 4M13.5 6l-3 12"),
    FIGURES("M5 20V11M12 20V4M19 20v-6M3 20h18"),
    BOARD("M4 5h16v11H4zM9 20h6M12 16v4M8 13v-3M12 13V8M16 13v-2"),
    EXCLUSION("M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M6.5 6.5l11 11"),
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
