package org.mingbai.shell.backup;

/// Why a backup is not written or not read, in both languages: the person reading it sits at a terminal.
public final class BackupRefused extends RuntimeException {

    private final String chinese;
    private final String english;

    public BackupRefused(String chinese, String english) {
        super(chinese + System.lineSeparator() + english);
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    static BackupRefused bent(String what) {
        return new BackupRefused("备份文件不完整或者被改动过（" + what + "），没有恢复任何东西。请换一份备份。",
                "The backup file is cut off or was changed (" + what + "). Nothing has been restored. Use another copy.");
    }
}
