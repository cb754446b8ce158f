package org.mingbai.town.picture;

/// A photograph or note that is laid before the checkers.
/// @param scene what is on it
/// @param after how it looks when it is done; before, when not
/// @param variant another hour, another wall
/// @param view from where it was taken, and who stood about
/// @param text instead of a picture: what the note says
public record Shot(Scene scene, boolean after, int variant, int view, String name, String text) {

    public static Shot photo(Scene scene, boolean after, int variant, int view, String name) {
        return new Shot(scene, after, variant, view, name + ".jpg", "");
    }

    public static Shot note(String name, String text) {
        return new Shot(Scene.PAPER, true, 0, 0, name + ".txt", text);
    }

    /// The same content under no name.
    public Shot unnamed() {
        return new Shot(scene, after, variant, view, "", text);
    }

    public boolean isNote() {
        return !text.isEmpty();
    }
}
