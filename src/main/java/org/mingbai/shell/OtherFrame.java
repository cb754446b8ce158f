package org.mingbai.shell;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// Pages that do not stand in the frame of the office, such as those of the public, and tell of what went wrong in their own.
public interface OtherFrame {

    /// Whether what was asked for is one of them.
    /// @param path as it was asked for, without its query
    boolean holds(String path);

    /// The same said there. After a fault of our own it must not ask for what may be broken.
    ModelAndView told(ErrorPage page, HttpStatus status, String path);
}
