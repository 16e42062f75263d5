package io.github.nodesonde.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** {@code nodesonde_build_info{version="…"} 1}; absent when the build left no properties, as in an IDE. */
@Component
final class BuildInfo implements MeterBinder {

    private final ObjectProvider<BuildProperties> build;

    BuildInfo(ObjectProvider<BuildProperties> build) {
        this.build = build;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        BuildProperties known = build.getIfAvailable();
        if (known != null && known.getVersion() != null) {
            Gauge.builder(SubjectMeters.infoName(OwnSignals.BUILD_INFO), () -> 1)
                    .description(OwnSignals.BUILD_INFO.help())
                    .tag("version", known.getVersion())
                    .strongReference(true)
                    .register(registry);
        }
    }
}
