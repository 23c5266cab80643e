package io.baton.chat.web;

import io.baton.chat.Party;
import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which conversations somebody may list, as SQL: the newest ones of each way to have a right to them. Each way is read along an
 * index of its own and cut there, so a list costs the same however much history there is. How many are wanted, and whether
 * only those before one, is part of the text: PostgreSQL then keeps the plan, which takes longer to make than to run.
 */
final class ConversationSources {

    private static final String PARTICIPATED = """
            select c.id from participant x join conversation c on c.id = x.conversation_id
            where x.tenant_id = :tenant and x.kind = :kind and x.party_id = :me and BEFORE(x.conversation_id) and %s
            order by x.conversation_id desc limit LIMIT
            """;

    private static final String OWNED = """
            select c.id from conversation c
            where c.tenant_id = :tenant and %s and BEFORE(c.id) and %s
            order by c.id desc limit LIMIT
            """;

    private ConversationSources() {}

    /** @param before whether only those are wanted that are before the parameter {@code :before} */
    static String of(Actor actor, ConversationFilter filter, int limit, boolean before) {
        var wanted = filter.condition();
        return ways(actor, filter.isOpen()).stream()
                .map(way -> "(" + way.formatted(wanted) + ")")
                .collect(Collectors.joining(" union "))
                .replaceAll("BEFORE\\(([^)]*)\\)", before ? "$1 < :before" : "true")
                .replace("LIMIT", String.valueOf(limit));
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
