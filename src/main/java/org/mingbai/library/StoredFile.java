package org.mingbai.library;

/// A file that is kept. The name is what its bringer called it; two people may call the same content differently.
/// @param sha256 64 hexadecimal digits
/// @param mediaType what its first bytes say it is, never what its name says
/// @param size bytes
public record StoredFile(String sha256, String name, String mediaType, long size) {}
