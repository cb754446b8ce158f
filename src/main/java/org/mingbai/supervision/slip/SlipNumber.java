package org.mingbai.supervision.slip;

/// The number a slip bears (发文字号): the office's code word, the year in six-corner brackets, and a number without zeros before it.
public record SlipNumber(String codeWord, int year, int number) {

    public String printed() {
        return codeWord + "〔" + year + "〕" + number + "号";
    }
}
