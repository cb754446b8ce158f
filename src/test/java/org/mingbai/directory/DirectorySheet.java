package org.mingbai.directory;

import org.mingbai.directory.sheet.Lines;
import org.mingbai.directory.sheet.Unreadable;

/// A directory's sheet, read or refused.
public final class DirectorySheet {

    private DirectorySheet() {}

    public static void read(byte[] file, String name) {
        try {
            Lines.of(file, name);
        } catch (Unreadable refused) {
            return;
        }
    }
}
