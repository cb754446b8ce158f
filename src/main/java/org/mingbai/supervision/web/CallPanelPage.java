package org.mingbai.supervision.web;

import java.util.List;
import java.util.Optional;

/// The call-outs of one matter.
/// @param callHref where another is made, for those who may
public record CallPanelPage(List<CallView> calls, Optional<String> callHref) {}
