package org.mingbai.directory.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.FieldErrors;

/// A person's name as somebody writes it; version 0 is somebody new.
public record PersonForm(String title, String action, List<Link> way, String backHref, String name, int version, String key,
        Optional<Meanwhile> meanwhile, FieldErrors errors) {}
