package org.mingbai.intake.web;

import java.util.List;
import org.mingbai.intake.Receptions;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;

/// A time on a reception day booked for somebody at the counter or on the telephone.
/// @param booked what stands or stood, in words
/// @param open whether something stands that can be called off
public record BookingPage(Link matter, String action, List<String> booked, boolean open, List<Choice> slots, String slot, FieldErrors errors) {

    static boolean stands(Receptions.Own own) {
        return own.booked().stream().anyMatch(it -> it.booking().isOpen());
    }
}
