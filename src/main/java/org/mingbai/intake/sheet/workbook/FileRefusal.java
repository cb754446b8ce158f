package org.mingbai.intake.sheet.workbook;

import java.util.List;

/// Why a file is not read. Each has one message key, and arguments for it; nothing of the file has been taken over.
public sealed interface FileRefusal {

    default String key() {
        var name = getClass().getSimpleName();
        return "intake.file." + Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    default List<String> arguments() {
        return List.of();
    }

    /// Nothing in it: no bytes, or no cell with text.
    record Empty() implements FileRefusal {}

    /// Locked with a password.
    record Encrypted() implements FileRefusal {}

    /// Carries macros, which are never run here and are not wanted in.
    record Macros() implements FileRefusal {}

    /// Another kind of file than its name says, or a kind that is not read.
    record WrongType(String found) implements FileRefusal {
        @Override
        public List<String> arguments() {
            return List.of(found);
        }
    }

    /// Damaged, or cut off; `where` is the part or row that could not be read.
    record Broken(String where) implements FileRefusal {
        @Override
        public List<String> arguments() {
            return List.of(where);
        }
    }

    /// Larger than the limits allow, unpacked or packed; `what` names the limit.
    record TooLarge(Limit what, long max) implements FileRefusal {
        @Override
        public String key() {
            return "intake.file.tooLarge." + what.name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public List<String> arguments() {
            return List.of(Long.toString(max));
        }
    }

    /// No sheet of it holds a list or form of problems.
    record NoLedger() implements FileRefusal {}

    enum Limit { FILE, UNPACKED, PARTS, SHEETS, TEXTS, ROWS, CELL }
}
