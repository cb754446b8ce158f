package org.mingbai.intake;

/// What came of something a reporter, or a clerk about one, asked for. A refusal has written nothing but, where the vault refused, a line of its log.
public sealed interface VoiceAnswer<T> {

    record Done<T>(T value) implements VoiceAnswer<T> {}

    record Refused<T>(VoiceRefusal why) implements VoiceAnswer<T> {}

    static <T> VoiceAnswer<T> done(T value) {
        return new Done<>(value);
    }

    static <T> VoiceAnswer<T> refused(VoiceRefusal why) {
        return new Refused<>(why);
    }
}
