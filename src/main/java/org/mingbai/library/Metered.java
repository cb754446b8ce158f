package org.mingbai.library;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.imageio.stream.ImageInputStreamImpl;

/// A file of a picture, which is read no further once its reader has set more memory aside than any picture of its kind needs. How large it is does not
/// say what is taken for it where tables and corrections can be written into it, a million times.
final class Metered extends ImageInputStreamImpl {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final RandomAccessFile file;
    private final byte[] window = new byte[1 << 13];
    private long windowAt;
    private int windowLength;
    private long most = Long.MAX_VALUE;

    Metered(Path file) throws IOException {
        this.file = new RandomAccessFile(file.toFile(), "r");
    }

    /// So many bytes may this thread set aside from now on. For a virtual one nobody counts.
    void noMoreThan(long bytes) {
        most = Thread.currentThread().isVirtual() ? Long.MAX_VALUE : THREADS.getCurrentThreadAllocatedBytes() + bytes;
    }

    @Override
    public int read() throws IOException {
        return lies() ? window[(int) (streamPos++ - windowAt)] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (!lies()) {
            return -1;
        }
        int from = (int) (streamPos - windowAt);
        int count = Math.min(length, windowLength - from);
        System.arraycopy(window, from, into, offset, count);
        streamPos += count;
        return count;
    }

    /// Whether there is a further byte; it lies in the window then.
    private boolean lies() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (most < Long.MAX_VALUE && THREADS.getCurrentThreadAllocatedBytes() > most) {
            throw new IOException("a picture that takes too much memory");
        }
        if (streamPos < windowAt || streamPos >= windowAt + windowLength) {
            file.seek(streamPos);
            windowAt = streamPos;
            windowLength = Math.max(0, file.read(window));
        }
        return windowLength > 0;
    }

    @Override
    public long length() {
        try {
            return file.length();
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }
}
