package org.mingbai.intake;

import java.time.LocalDate;
import java.util.List;

/// What people are told before they leave anything of themselves: what for, how long, and what they may ask (个人信息保护法 Art. 14, 17 and 35).
/// @param version counted from 1, which is the text the product ships
/// @param from the first day it is shown
public record Notice(int version, LocalDate from, List<Part> parts) {

    /// One heading with what stands below it, in both languages.
    /// @param zhText each line a paragraph
    /// @param enText each line a paragraph
    public record Part(String zhHeading, String zhText, String enHeading, String enText) {

        public static final Part EMPTY = new Part("", "", "", "");

        public boolean isEmpty() {
            return equals(EMPTY);
        }

        /// @param language `zh` or another, which reads the English one
        public String heading(String language) {
            return language.equals("zh") ? zhHeading : enHeading;
        }

        public List<String> paragraphs(String language) {
            return (language.equals("zh") ? zhText : enText).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
    }
}
