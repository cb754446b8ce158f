package org.mingbai;

/// Words on the command line that make no sense, said in both languages.
final class Misuse extends RuntimeException {

    Misuse(String chinese, String english) {
        super(chinese + System.lineSeparator() + english);
    }
}
