package io.baton.chat.web;

import io.baton.chat.Party;
import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which conversations somebody may list, as SQL: the newest ones of each way to have a right to them. Each way is read along an
 * index of its own and cut there, so a list costs the same however much history there is.
 */
final class ConversationSources {

    private static final String PARTICIPATED = """
            select c.id from participant x join conversation c on c.id = x.conversation_id
            where x.tenant_id = :tenant and x.kind = :kind and x.party_id = :me
                and (:before::uuid is null or x.conversation_id < :before) and %s
            order by x.conversation_id desc limit :limit
            """;

    private static final String OWNED = """
            select c.id from conversation c
            where c.tenant_id = :tenant and %s and (:before::uuid is null or c.id < :before) and %s
            order by c.id desc limit :limit
            """;

    private ConversationSources() {}

    static String of(Actor actor, ConversationFilter filter) {
        var wanted = filter.condition();
        return ways(actor, filter.isOpen()).stream()
                .map(way -> "(" + way.formatted(wanted) + ")")
                .collect(Collectors.joining(" union "));
    }

    private static List<String> ways(Actor actor, boolean open) {
        if (actor.is(Role.ADMIN)) {
            return List.of(OWNED.formatted("true", "%s"));
        }
        var ways = new ArrayList<String>();
        var agent = Party.of(actor).kind() == Party.Kind.AGENT;
        ways.add(agent && open ? OWNED.formatted("c.agent_id = :me", "%s") : PARTICIPATED);
        if (actor.is(Role.MANAGER) && actor.department() != null) {
            ways.add(OWNED.formatted("c.department = :led", "%s"));
        }
        return ways;
    }
}
