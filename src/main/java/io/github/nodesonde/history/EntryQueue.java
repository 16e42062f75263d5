package io.github.nodesonde.history;

import io.github.nodesonde.history.Batch.Numbered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What waits to be written, bounded, in order and by stretch. Never blocks who adds. Thread-safe. */
final class EntryQueue {

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<Chapter> chapters = new ArrayDeque<>();
    private int size;
    private long lost;

    EntryQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Whether so much more has room. An empty queue has room for anything, or a large fleet would never be recorded. */
    boolean hasRoomFor(int count) {
        lock.lock();
        try {
            return size == 0 || size + count <= capacity;
        } finally {
            lock.unlock();
        }
    }

    /** From here on entries are of this stretch. */
    void begin(Stretch stretch) {
        lock.lock();
        try {
            chapters.removeIf(chapter -> chapter.waiting.isEmpty() && chapter.untold.isEmpty());
            chapters.addLast(new Chapter(stretch));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds to the newest stretch, all or none; {@link #begin} was called before.
     *
     * @param seenUntil up to when nothing else has happened
     * @return false when there is no room: the entries are counted as lost
     */
    boolean add(List<? extends Entry> entries, Instant seenUntil) {
        lock.lock();
        try {
            if (size > 0 && size + entries.size() > capacity) {
                lost += entries.size();
                return false;
            }
            Chapter chapter = chapters.getLast();
            entries.forEach(chapter::add);
            chapter.untold = Optional.of(seenUntil);
            size += entries.size();
            filled.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Counts entries that were not even offered. */
    void lose(int count) {
        lock.lock();
        try {
            lost += count;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is there to be written, or the time has passed. */
    void await(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (size == 0 && left > 0) {
                left = filled.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The oldest that waits, without taking it out. Empty when nothing was added since the last was written. */
    Optional<Batch> next(int most) {
        lock.lock();
        try {
            return chapters.stream()
                    .filter(chapter -> chapter.untold.isPresent())
                    .findFirst()
                    .map(chapter -> chapter.next(most));
        } finally {
            lock.unlock();
        }
    }

    /** Takes out what was written. */
    void written(Batch batch) {
        lock.lock();
        try {
            for (Chapter chapter : List.copyOf(chapters)) {
                if (chapter.stretch.equals(batch.stretch())) {
                    chapter.remove(batch);
                    size -= batch.numbered().size();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /** How many entries found no room since the start. */
    long lost() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }

    /** What waits of one stretch; guarded by the lock. */
    private static final class Chapter {

        private final Stretch stretch;
        private final Deque<Numbered> waiting = new ArrayDeque<>();
        private long count;
        /** Up to when all is known, as far as it was not written yet. */
        private Optional<Instant> untold = Optional.empty();

        Chapter(Stretch stretch) {
            this.stretch = stretch;
        }

        void add(Entry entry) {
            waiting.addLast(new Numbered(++count, entry));
        }

        Batch next(int most) {
            var numbered = new ArrayList<Numbered>();
            waiting.stream().limit(most).forEach(numbered::add);
            boolean whole = numbered.size() == waiting.size();
            return new Batch(stretch, numbered, whole ? untold.orElse(stretch.beganAt()) : lastChange(numbered));
        }

        void remove(Batch batch) {
            batch.numbered().forEach(_ -> waiting.removeFirst());
            if (waiting.isEmpty() && untold.filter(batch.seenUntil()::equals).isPresent()) {
                untold = Optional.empty();
            }
        }

        private Instant lastChange(List<Numbered> numbered) {
            return numbered.reversed().stream()
                    .map(Numbered::entry)
                    .filter(Entry.Change.class::isInstance)
                    .map(entry -> ((Entry.Change) entry).change().at())
                    .findFirst()
                    .orElse(stretch.beganAt());
        }
    }
}
