package org.mingbai.shell;

import java.nio.file.Path;

/// Where this installation keeps what must survive it: the embedded database and the files. One process at a time.
public record DataDirectory(Path path) {

    public Path resolve(String name) {
        return path.resolve(name);
    }
}
