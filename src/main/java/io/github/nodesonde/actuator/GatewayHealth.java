package io.github.nodesonde.actuator;

import io.github.nodesonde.health.LatestJudgements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.boot.health.actuate.endpoint.SystemHealthDescriptor;
import org.springframework.boot.health.contributor.Status;

/**
 * The health endpoint of Spring Boot with the component {@code fleet} unfolded into networks and nodes, as they are now.
 * Groups, the other components, the order of statuses, their codes and what may be shown remain Boot's.
 */
final class GatewayHealth {

    /** The name of the component. */
    static final String FLEET = "fleet";

    private final HealthEndpointWebExtension boot;
    private final HealthEndpointGroup primary;
    private final LatestJudgements latest;

    GatewayHealth(HealthEndpointWebExtension boot, HealthEndpointGroups groups, LatestJudgements latest) {
        this.boot = boot;
        this.primary = groups.getPrimary();
        this.latest = latest;
    }

    /** The answer for a path of components, or of a group and components; empty when there is no such thing. */
    Optional<Answer> at(List<String> path) {
        if (!path.isEmpty() && path.getFirst().equals(FLEET)) {
            return fleet().flatMap(fleet -> fleet.find(path.subList(1, path.size())))
                    .map(found -> new Answer(code(new Status(found.status().name())), found));
        }
        WebEndpointResponse<HealthDescriptor> answer = boot.health(
                ApiVersion.LATEST,
                WebServerNamespace.MANAGEMENT,
                SecurityContext.NONE,
                false,
                path.toArray(String[]::new));
        return switch (answer.getBody()) {
            case null -> Optional.empty();
            case SystemHealthDescriptor system -> Optional.of(unfolded(system));
            case HealthDescriptor other -> Optional.of(new Answer(answer.getStatus(), other));
        };
    }

    private Optional<JudgedHealth> fleet() {
        return primary.isMember(FLEET) && primary.showComponents(SecurityContext.NONE)
                ? Optional.of(JudgedHealth.of(latest.get(), primary.showDetails(SecurityContext.NONE)))
                : Optional.empty();
    }

    /** The status is aggregated anew, for the fleet may have changed since Boot looked. */
    private Answer unfolded(SystemHealthDescriptor system) {
        @Nullable Map<String, HealthDescriptor> components = system.getComponents();
        Optional<JudgedHealth> fleet = fleet();
        if (components == null || fleet.isEmpty()) {
            return new Answer(code(system.getStatus()), system);
        }
        var statuses = components.entrySet().stream()
                .filter(component -> !component.getKey().equals(FLEET))
                .map(component -> component.getValue().getStatus())
                .collect(Collectors.toSet());
        statuses.add(new Status(fleet.get().status().name()));
        Status status = primary.getStatusAggregator().getAggregateStatus(statuses);
        var unfolded = new LinkedHashMap<String, OperationResponseBody>(components);
        unfolded.put(FLEET, fleet.get());
        return new Answer(code(status), new Whole(status.getCode(), unfolded, system.getGroups()));
    }

    private int code(Status status) {
        return primary.getHttpCodeStatusMapper().getStatusCode(status);
    }

    /** What is printed, and the status it goes with. */
    record Answer(int code, OperationResponseBody body) {}

    /** The topmost level. */
    record Whole(
            String status,
            Map<String, OperationResponseBody> components,
            @Nullable Set<String> groups) implements OperationResponseBody {}
}
