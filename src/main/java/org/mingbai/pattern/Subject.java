package org.mingbai.pattern;

import java.util.List;

/// Texts that tell of the same thing in words of their own. `places` and `words` are what most of them say and few others do: the name of the spot or
/// body, and what is the matter there.
public record Subject(List<Voice> voices, List<String> places, List<String> words) {}
