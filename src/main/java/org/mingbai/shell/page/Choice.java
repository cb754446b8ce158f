package org.mingbai.shell.page;

/// One thing to choose in a list or a group of radio buttons; help may be empty.
public record Choice(String value, String label, String help) {

    public Choice(String value, String label) {
        this(value, label, "");
    }
}
