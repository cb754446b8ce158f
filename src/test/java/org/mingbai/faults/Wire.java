package org.mingbai.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/// A line to the product that can be cut, as a network between does.
final class Wire implements AutoCloseable {

    private final ServerSocket door;
    private final IntSupplier product;
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;

    Wire(IntSupplier product) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.product = product;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void refuse(boolean refusing) {
        this.refusing = refusing;
    }

    /// Both ends see it break at once, whatever was under way.
    void cut() {
        lines.forEach(Wire::broken);
        lines.clear();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var person = door.accept();
                if (refusing) {
                    broken(person);
                } else {
                    var there = new Socket(InetAddress.getLoopbackAddress(), product.getAsInt());
                    lines.add(person);
                    lines.add(there);
                    Thread.ofVirtual().start(() -> carry(person, there));
                    Thread.ofVirtual().start(() -> carry(there, person));
                }
            } catch (IOException closedOrNobodyThere) {
                continue;
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // That is what it is for.
        } finally {
            lines.remove(from);
            lines.remove(to);
        }
    }

    private static void broken(Socket line) {
        try (line) {
            line.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            // Nothing is left to be cut.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
