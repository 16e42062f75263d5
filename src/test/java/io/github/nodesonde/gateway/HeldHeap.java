package io.github.nodesonde.gateway;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Watches how much heap is in use right after each full collection: what is held on to, without the garbage. */
final class HeldHeap implements AutoCloseable {

    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());
    private final AtomicLong most = new AtomicLong();
    private final NotificationListener listener = (notification, _) -> hear(notification);

    HeldHeap() {
        emitters().forEach(emitter -> emitter.addNotificationListener(listener, null, null));
    }

    /** The most, in bytes, after any full collection so far and after one that this call asks for. */
    long most() {
        System.gc();
        return Math.max(
                most.get(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    @Override
    public void close() {
        emitters().forEach(emitter -> {
            try {
                emitter.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void hear(Notification notification) {
        if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return;
        }
        var collection = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        // What others leave behind is garbage in part, and more of it the less time there is to collect.
        if (collection.getGcAction().equals("end of major GC")) {
            Map<String, MemoryUsage> after = collection.getGcInfo().getMemoryUsageAfterGc();
            long held = pools.stream()
                    .mapToLong(pool -> after.containsKey(pool) ? after.get(pool).getUsed() : 0)
                    .sum();
            most.accumulateAndGet(held, Math::max);
        }
    }

    private static Stream<NotificationEmitter> emitters() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().map(NotificationEmitter.class::cast);
    }
}
