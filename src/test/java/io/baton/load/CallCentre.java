package io.baton.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Where agents and customers meet: one address for requests and sockets, the tokens, and the book. */
record CallCentre(HttpClient http, URI url, Rest rest, PeopleTokens tokens, HandoffBook book, String tenant) {

    static CallCentre at(URI url, String keycloak, String tenant) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        return new CallCentre(
                http, url, new Rest(http, url), new PeopleTokens(http, keycloak), new HandoffBook(), tenant);
    }

    /** The socket of an agent's desk. */
    Line desk(String agent, Consumer<JsonNode> listener) {
        return new Line(http, socket("/ws/agent"), () -> tokens.of(agent), listener);
    }

    /** The socket of a customer's widget. */
    Line widget(String token, Consumer<JsonNode> listener) {
        return new Line(http, socket("/ws/customer"), () -> token, listener);
    }

    private URI socket(String path) {
        return URI.create(url.toString().replaceFirst("^http", "ws") + path);
    }

    /** What kind of thing happened, in words of a report. */
    static String words(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
