package org.mingbai.library;

/// A file that is not kept, and why: a message key and its argument.
public final class FileRefused extends Exception {

    private final String key;
    private final String argument;

    FileRefused(String key, String argument) {
        super(key);
        this.key = key;
        this.argument = argument;
    }

    public String key() {
        return key;
    }

    public String argument() {
        return argument;
    }
}
