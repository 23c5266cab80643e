# Built from a clean clone: docker build -t baton .
FROM node:22-bookworm-slim AS node

FROM maven:3.9-eclipse-temurin-21 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
COPY . .
# The tests and the services that they start are no part of the image.
RUN mvn -B package -Dmaven.test.skip=true -Dmdep.skip=true \
    && java -Djarmode=tools -jar target/baton-*.jar extract --destination /baton --application-filename app.jar

FROM eclipse-temurin:21-jre
RUN useradd --system --uid 10001 --home-dir /baton --shell /usr/sbin/nologin baton
WORKDIR /baton
COPY --from=build /baton/lib lib
COPY --from=build /baton/app.jar app.jar
COPY deploy/health.sh /usr/local/bin/health
RUN chmod 755 /usr/local/bin/health
USER baton
# The heap has its size from the start: see docs/operations.md, memory. Without a limit of the container that is 70 % of the machine.
ENV SPRING_PROFILES_ACTIVE=production \
    JAVA_TOOL_OPTIONS="-XX:InitialRAMPercentage=70 -XX:MaxRAMPercentage=70 -XX:+AlwaysPreTouch -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 CMD ["health", "8080", "/actuator/health"]
# Not java -jar: Cockpit serves its own plugin file only from this class path (docs/operations.md).
ENTRYPOINT ["java", "-cp", "app.jar:lib/*", "io.baton.Application"]
