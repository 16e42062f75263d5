package io.github.nodesonde.testing;

import static java.util.stream.Collectors.toMap;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Keeps what one class logs, instead of printing it. */
public final class LogCapture implements AutoCloseable {

    private final Logger logger;
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    public LogCapture(Class<?> logging) {
        this(logging.getName());
    }

    /** @param logging the full name of the class */
    public LogCapture(String logging) {
        logger = (Logger) LoggerFactory.getLogger(logging);
        logger.setAdditive(false);
        appender.start();
        logger.addAppender(appender);
    }

    public List<ILoggingEvent> events() {
        return List.copyOf(appender.list);
    }

    public static Map<String, Object> fields(ILoggingEvent event) {
        return event.getKeyValuePairs().stream().collect(toMap(pair -> pair.key, pair -> pair.value));
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setAdditive(true);
    }
}
