package io.baton.chat;

import io.baton.Http;
import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Customers and conversations for tests; each scene has its own. */
public final class ChatScene {

    public static final Tenant ACME = new Tenant("acme");

    private final Conversations conversations;
    private final TenantScope scope;

    /** A customer with a token and an open conversation. */
    public record Scene(String visitor, String token, String conversation) {

        public UUID id() {
            return UUID.fromString(conversation);
        }

        public Http http() {
            return Http.with(token);
        }

        public Actor customer() {
            return new Actor(ACME, visitor, "Li", null, Set.of(), Set.of());
        }
    }

    public ChatScene(Conversations conversations, TenantScope scope) {
        this.conversations = conversations;
        this.scope = scope;
    }

    public static Actor agent(String id, String department) {
        return new Actor(ACME, id, id, department, Set.of(Role.CUSTOMER_SERVICE), Set.of("acme.agents"));
    }

    /** A customer who has opened a conversation with nobody yet. */
    public static Scene opened() {
        var visitor = visitor(Map.of());
        var token = visitor.json().path("token").asText();
        var conversation =
                Http.with(token).post("/api/v1/conversations", Map.of("subject", "退票", "category", "refund"));
        return new Scene(
                visitor.json().path("visitorId").asText(),
                token,
                conversation.json().path("conversationId").asText());
    }

    public static Http.Answer visitor(Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("tenant", "acme", "name", "李女士"));
        body.putAll(more);
        return Http.anonymous().post("/api/v1/visitors", body);
    }

    /** A customer who talks with this agent. */
    public Scene with(String agent) {
        var scene = opened();
        scope.run(ACME, () -> conversations.assign(scene.id(), agent, null, null));
        return scene;
    }
}
