package org.mingbai.town.picture;

/// A photograph or note that is laid before the checkers.
/// @param scene what is on it
/// @param after how it looks when it is done; before, when not
/// @param variant another hour, another wall
/// @param text instead of a picture: what the note says
public record Shot(Scene scene, boolean after, int variant, String name, String text) {

    public static Shot photo(Scene scene, boolean after, int variant, String name) {
        return new Shot(scene, after, variant, name + ".png", "");
    }

    public static Shot note(String name, String text) {
        return new Shot(Scene.PAPER, true, 0, name + ".txt", text);
    }

    /// The same content under no name.
    public Shot unnamed() {
        return new Shot(scene, after, variant, "", text);
    }

    public boolean isNote() {
        return !text.isEmpty();
    }
}
