package dev.farminglabs.benchmarks.report;

import java.util.List;
import java.util.Map;

/** Servers that run while a suite is measured. */
public interface Servers extends AutoCloseable {

    /** System properties that tell the measuring processes where the servers are. */
    Map<String, String> properties();

    /** Versions of servers and libraries, for the page. */
    List<String> versions();

    @Override
    void close();
}
