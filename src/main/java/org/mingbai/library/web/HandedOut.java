package org.mingbai.library.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.mingbai.library.StoredFile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A kept file as an answer. Whether the reader may see it is for whoever answers to decide.
public final class HandedOut {

    /// What a browser shows without running anything; all else is saved, never opened.
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "application/pdf", "text/plain");

    private static final String SHUT = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private HandedOut() {}

    public static ResponseEntity<Resource> of(StoredFile file, Path bytes) {
        boolean shown = SHOWN.contains(file.mediaType());
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment()).filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; " + SHUT)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(bytes));
    }

    /// A picture drawn anew as JPEG, which is nobody's file.
    /// @param name without its ending
    public static ResponseEntity<Resource> drawn(String name, byte[] jpeg) {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name + ".jpg", StandardCharsets.UTF_8).build().toString())
                .header("Content-Security-Policy", "default-src 'none'; " + SHUT)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(new ByteArrayResource(jpeg));
    }

    private static MediaType type(String told) {
        var type = MediaType.parseMediaType(told);
        return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
    }
}
