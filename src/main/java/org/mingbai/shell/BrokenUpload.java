package org.mingbai.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// A form that should bring a file and is none, or brings too big a one: the sender's mistake, not the program's.
@ControllerAdvice
class BrokenUpload {

    @ExceptionHandler(MultipartException.class)
    void told(MultipartException broken, HttpServletResponse response) throws IOException {
        var status = broken instanceof MaxUploadSizeExceededException ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        response.sendError(status.value());
    }
}
