package io.github.nodesonde.web;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Processor time that this process has taken. */
final class CpuTime {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long begun = SYSTEM.getProcessCpuTime();

    double seconds() {
        return (SYSTEM.getProcessCpuTime() - begun) / 1e9;
    }
}
