package org.mingbai.shell.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A stream in sealed chunks: each is authenticated with its number, with the head before them, and with whether it is the last. So none can be
/// left out, moved, taken from another file or cut off without the reader knowing, and none is read before it is known to be right.
final class SealedChunks {

    static final int CHUNK = 1 << 16;
    private static final int TAG = 16;
    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final byte[] head;
    private long number;

    private SealedChunks(Passphrase.Key key) {
        this.key = new SecretKeySpec(key.bytes(), "AES");
        this.head = Sums.sha256().digest(key.head().line());
    }

    static OutputStream to(OutputStream out, Passphrase.Key key) {
        return new Out(out, new SealedChunks(key));
    }

    static InputStream from(InputStream in, Passphrase.Key key) {
        return new In(in, new SealedChunks(key));
    }

    /// The key serves one file only, so a count is enough to never use a nonce twice.
    private byte[] next(int mode, byte[] bytes, int length, boolean last) throws IOException {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var nonce = ByteBuffer.allocate(NONCE).putLong(number++).putInt(last ? 1 : 0).array();
            cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            cipher.updateAAD(head);
            return cipher.doFinal(bytes, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IOException("chunk " + number, e);
        }
    }

    private static final class Out extends OutputStream {

        private final OutputStream out;
        private final SealedChunks chunks;
        private final byte[] chunk = new byte[CHUNK];
        private int filled;

        Out(OutputStream out, SealedChunks chunks) {
            this.out = out;
            this.chunks = chunks;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int done = 0; done < length; ) {
                if (filled == CHUNK) {
                    put(false);
                }
                int taken = Math.min(length - done, CHUNK - filled);
                System.arraycopy(bytes, from + done, chunk, filled, taken);
                filled += taken;
                done += taken;
            }
        }

        private void put(boolean last) throws IOException {
            out.write(chunks.next(Cipher.ENCRYPT_MODE, chunk, filled, last));
            filled = 0;
        }

        /// Writes the end mark too: whoever stops before leaves a file that is refused.
        @Override
        public void close() throws IOException {
            put(true);
            out.close();
        }
    }

    private static final class In extends InputStream {

        private final PushbackInputStream in;
        private final SealedChunks chunks;
        private byte[] chunk = new byte[0];
        private int read;
        private boolean last;

        In(InputStream in, SealedChunks chunks) {
            this.in = new PushbackInputStream(in, 1);
            this.chunks = chunks;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            while (read == chunk.length) {
                if (last) {
                    return -1;
                }
                open();
            }
            int given = Math.min(length, chunk.length - read);
            System.arraycopy(chunk, read, into, from, given);
            read += given;
            return given;
        }

        private void open() throws IOException {
            var sealed = in.readNBytes(CHUNK + TAG);
            int after = in.read();
            last = after < 0;
            if (!last) {
                in.unread(after);
            }
            chunk = chunks.next(Cipher.DECRYPT_MODE, sealed, sealed.length, last);
            read = 0;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
