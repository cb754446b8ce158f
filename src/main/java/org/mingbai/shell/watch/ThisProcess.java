package org.mingbai.shell.watch;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.mingbai.shell.DataDirectory;
import org.springframework.stereotype.Component;

/// What this process has of memory, connections and room on the disk.
@Component
class ThisProcess implements Measured {

    private static final double MILLIS = 1e3;

    private final HikariDataSource pool;
    private final DataDirectory data;

    ThisProcess(HikariDataSource pool, DataDirectory data) {
        this.pool = pool;
        this.data = data;
    }

    @Override
    public List<Measure> measures() {
        var measures = new ArrayList<Measure>();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        measures.add(new Measure("mingbai_heap_used_bytes", "Memory in use, what can be collected included", heap.getUsed()));
        measures.add(new Measure("mingbai_heap_max_bytes", "Memory there may be", heap.getMax()));
        measures.add(new Measure("mingbai_up_seconds", "Since the start", ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS));
        var state = pool.getHikariPoolMXBean();
        if (state != null) {
            measures.add(new Measure("mingbai_database_connections_active", "Connections at work", state.getActiveConnections()));
            measures.add(new Measure("mingbai_database_connections_max", "Connections there may be", pool.getMaximumPoolSize()));
            measures.add(new Measure("mingbai_database_connections_awaited", "Requests that wait for a connection", state.getThreadsAwaitingConnection()));
        }
        try {
            measures.add(new Measure("mingbai_disk_free_bytes", "Room left where the data is", Files.getFileStore(data.path()).getUsableSpace()));
        } catch (IOException gone) {
            // No number is the news: a watch on it notices that it is absent.
            measures.add(new Measure("mingbai_disk_free_bytes", "Room left where the data is", Double.NaN));
        }
        return measures;
    }
}
