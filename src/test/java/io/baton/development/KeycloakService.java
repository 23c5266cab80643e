package io.baton.development;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real Keycloak with Baton's realm and the demo people, on the loopback address unless its public address is another. */
public final class KeycloakService implements Service {

    static final String REALM = "baton";
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Path data;
    private final int port;
    private final String address;
    private final ServiceProcess process;
    private final HttpClient http = HttpClient.newHttpClient();

    KeycloakService(Path data, int port, String address) {
        this.data = data;
        this.port = port;
        this.address = address;
        this.process = new ServiceProcess("keycloak", data);
    }

    @Override
    public String name() {
        return "Keycloak";
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void start() {
        var home = KeycloakHome.located();
        var folder = data.resolve("keycloak");
        home.prepare(process);
        new KeycloakSeed(home).plant(folder, process);
        process.start(home.command(arguments(folder)), DemoRealm.ENVIRONMENT);
        process.await(LIMIT, this::answers);
    }

    /** Fits the log-in client to the address at which people reach Baton in this run. */
    public void serve(String batonUrl) {
        var admin = new KeycloakAdmin(loopback());
        var client = admin.client(REALM, "baton-web");
        var fitting = fit(client.deepCopy(), batonUrl);
        if (!fitting.equals(client)) {
            admin.update(REALM, fitting);
        }
    }

    private static ObjectNode fit(ObjectNode client, String url) {
        client.put("rootUrl", url);
        client.putArray("redirectUris").add(url + "/login/oauth2/code/keycloak");
        client.putArray("webOrigins").add(url);
        client.withObjectProperty("attributes")
                .put("backchannel.logout.url", url + "/logout/connect/back-channel/keycloak")
                .put("post.logout.redirect.uris", url + "/##" + url + "/desk/");
        return client;
    }

    private List<String> arguments(Path folder) {
        var host = URI.create(address).getHost();
        var arguments = new ArrayList<>(List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + (host.equals("localhost") ? "127.0.0.1" : "0.0.0.0"),
                "--http-port=" + port,
                "--hostname=" + address));
        arguments.addAll(KeycloakSeed.options(folder));
        return arguments;
    }

    private boolean answers() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(loopback() + "/realms/" + REALM))
                .timeout(Duration.ofSeconds(20))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    private String loopback() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void stop() {
        process.stop();
    }

    boolean running() {
        return process.running();
    }

    /** Ends it at once; {@link #start} brings it back on the same data and port. */
    void kill() {
        process.kill();
    }

    @Override
    public long processId() {
        return process.processId();
    }
}
