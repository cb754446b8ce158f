package org.mingbai.verdict.callback;

/// What is said to those who are called back. `{title}` stands for the matter, `{unit}` for the lead unit, `{claimed}` for what it claimed.
/// @param version 1 for the shipped one
public record Script(String register, String language, int version, String text) {

    public static final int TEXT_MAX = 4000;

    /// As it is read out for one matter.
    public String about(String title, String unit, String claimed) {
        return text.replace("{title}", title).replace("{unit}", unit).replace("{claimed}", claimed);
    }
}
