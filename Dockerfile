# The gateway as an image:  docker build --target node .
# The last stage, node, is the default; node-cli has GenLayer's command-line tool besides, for networks with `source: cli`.

FROM maven:3.9.12-eclipse-temurin-25 AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
RUN ./mvnw --batch-mode --no-transfer-progress -Dmaven.test.skip=true -Dspotless.check.skip=true package
RUN java -Djarmode=tools -jar target/nodesonde.jar extract --layers --destination target/layers

FROM eclipse-temurin:25.0.2_10-jre-noble AS runtime
WORKDIR /opt/nodesonde
# What changes seldom comes first: each of them is a layer of its own.
COPY --from=build /build/target/layers/dependencies/ ./
COPY --from=build /build/target/layers/spring-boot-loader/ ./
COPY --from=build /build/target/layers/snapshot-dependencies/ ./
COPY --from=build /build/target/layers/application/ ./
# Starts the gateway as far as its beans and ends it there, before anything is asked, and keeps the classes that this took. The
# cache counts for this very JVM, these very files and class path, and for heaps up to 32 GB.
RUN java -XX:AOTCacheOutput=/opt/nodesonde/nodesonde.aot -Dspring.context.exit=onRefresh \
      -jar /opt/nodesonde/nodesonde.jar --demo --nodesonde.history.enabled=false
# The history; a volume of your own keeps it when the container goes.
RUN mkdir -p /var/lib/nodesonde && chown 65532:65532 /var/lib/nodesonde
COPY LICENSE ./
ENV NODESONDE_HISTORY_PATH=/var/lib/nodesonde
VOLUME /var/lib/nodesonde
# 8080: page and REST API. 8008: metrics and health.
EXPOSE 8080 8008
# Small and short: no cache, for mapping it costs more than it saves here.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx16m", "-jar", "/opt/nodesonde/nodesonde.jar", "healthcheck"]
ENTRYPOINT ["java", "-XX:AOTCache=/opt/nodesonde/nodesonde.aot", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/nodesonde/nodesonde.jar"]
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="nodesonde" \
      org.opencontainers.image.description="One gateway in front of many blockchain nodes: asks, judges, and hands on what it heard." \
      org.opencontainers.image.source="https://github.com/nodesonde/nodesonde" \
      org.opencontainers.image.url="https://github.com/nodesonde/nodesonde" \
      org.opencontainers.image.documentation="https://github.com/nodesonde/nodesonde/blob/main/DOCKER_QUICKSTART.md" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"

FROM node:22.14.0-bookworm-slim AS cli
RUN npm install --global --ignore-scripts --no-audit --no-fund genlayer@0.38.14

# Without npm: the tool is there, but nothing that could install another.
FROM runtime AS node-cli
COPY --from=cli /usr/local/bin/node /usr/local/bin/node
COPY --from=cli /usr/local/lib/node_modules/genlayer /usr/local/lib/node_modules/genlayer
RUN ln -s ../lib/node_modules/genlayer/dist/index.js /usr/local/bin/genlayer
# The tool keeps its settings in its home folder.
ENV HOME=/tmp
USER 65532:65532

FROM runtime AS node
USER 65532:65532
