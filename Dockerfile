# syntax=docker/dockerfile:1
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN ./mvnw --batch-mode --no-transfer-progress -Dmaven.test.skip=true package \
    && java -Djarmode=tools -jar target/nodesonde.jar extract --destination target/app

FROM eclipse-temurin:25-jre AS node
LABEL org.opencontainers.image.title="nodesonde" \
      org.opencontainers.image.description="One gateway in front of many blockchain nodes: asks, judges, and hands on what it heard." \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /opt/nodesonde
COPY --from=build /build/target/app/ ./
# The history; a volume of your own keeps it when the container goes.
RUN mkdir -p /var/lib/nodesonde && chown 65532:65532 /var/lib/nodesonde
ENV NODESONDE_HISTORY_PATH=/var/lib/nodesonde
VOLUME /var/lib/nodesonde
USER 65532:65532
# 8080: page and REST API. 8008: metrics and health.
EXPOSE 8080 8008
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", "nodesonde.jar", "healthcheck"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "nodesonde.jar"]
