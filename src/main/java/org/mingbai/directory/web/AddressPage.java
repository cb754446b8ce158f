package org.mingbai.directory.web;

import java.util.Optional;

/// What a link to confirm an address leads to.
///
/// @param code    the last part of the link
/// @param address the one it would confirm; empty when it confirms nothing, for whatever reason
public record AddressPage(String code, Optional<String> address) {}
