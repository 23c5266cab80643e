package io.baton.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who may use which endpoint: a line each. A agent, M manager, X administrator, D designer, U auditor, V visitor. Who is
 * allowed here may still be refused a particular thing; who is not never gets any.
 */
final class EndpointRights {

    private static final Map<Character, String> PEOPLE = Map.of(
            'A', "kf001", 'M', "ticketing.manager", 'X', "acme.admin", 'D', "acme.designer", 'U', "acme.auditor");

    private static final String TABLE = """
            POST   /api/v1/assignments:batch                        MX
            POST   /api/v1/assignments:remove                       MX
            GET    /api/v1/assignments/{id}/steps                   MX
            GET    /api/v1/audit/kinds                              AMXDU
            GET    /api/v1/audit/{kind}/{id}                        AMXDU
            POST   /api/v1/balances/{agent}/earnings                MX
            POST   /api/v1/balances/{agent}/earnings/{entryId}/reversal MX
            GET    /api/v1/balances/{agent}/employment              AMX
            PUT    /api/v1/balances/{agent}/employment              MX
            GET    /api/v1/balances/{agent}/entries                 AMX
            GET    /api/v1/blocklist                                MX
            POST   /api/v1/blocklist                                MX
            DELETE /api/v1/blocklist/{id}                           MX
            GET    /api/v1/calendar                                 AMX
            DELETE /api/v1/calendar/{date}                          X
            PUT    /api/v1/calendar/{date}                          X
            POST   /api/v1/calendar:import                          X
            GET    /api/v1/categories                               AMX
            GET    /api/v1/conversations                            AMXV
            POST   /api/v1/conversations                            V
            GET    /api/v1/conversations/export                     MX
            GET    /api/v1/conversations/export/progress            MX
            GET    /api/v1/conversations/{id}                       AMXV
            POST   /api/v1/conversations/{id}/close                 AMXV
            DELETE /api/v1/conversations/{id}/handoff               AMXV
            POST   /api/v1/conversations/{id}/files                 AMXV
            GET    /api/v1/conversations/{id}/handoff               AMXV
            POST   /api/v1/conversations/{id}/handoff               AMXV
            GET    /api/v1/conversations/{id}/messages              AMXV
            POST   /api/v1/conversations/{id}/messages              AMXV
            POST   /api/v1/conversations/{id}/rating                V
            DELETE /api/v1/conversations/{id}/tags                  AMX
            POST   /api/v1/conversations/{id}/tags                  AMX
            PUT    /api/v1/conversations/{id}/topic                 AMX
            GET    /api/v1/conversations/{id}/transcript            AMXV
            DELETE /api/v1/conversations/{id}/transfer              AMX
            POST   /api/v1/conversations/{id}/transfer              AMX
            GET    /api/v1/conversations/{id}/transfer-targets      AMX
            GET    /api/v1/covers                                   AMX
            GET    /api/v1/covers/{id}                              AMX
            POST   /api/v1/covers/{id}/answer                       AMX
            POST   /api/v1/covers/{id}/offer                        MX
            POST   /api/v1/covers/{id}/opening                      MX
            GET    /api/v1/customers/{id}                           AMX
            GET    /api/v1/customers/{id}/notes                     AMX
            POST   /api/v1/customers/{id}/notes                     AMX
            GET    /api/v1/customers/{id}/profile                   AMX
            DELETE /api/v1/customers/{id}/tags                      AMX
            POST   /api/v1/customers/{id}/tags                      AMX
            GET    /api/v1/departments                              AMXDU
            GET    /api/v1/departments/{id}/routing                 MX
            PUT    /api/v1/departments/{id}/routing                 X
            GET    /api/v1/files/{id}                               AMXV
            GET    /api/v1/files/{id}/thumbnail                     AMXV
            GET    /api/v1/floor                                    MX
            GET    /api/v1/handoffs/queue                           MX
            GET    /api/v1/handoffs/{id}                            AMX
            POST   /api/v1/handoffs/{id}/completion                 AMX
            GET    /api/v1/handoffs/{id}/context                    AMX
            GET    /api/v1/handoffs/{id}/steps                      AMX
            POST   /api/v1/handoffs/{id}/step-in                    MX
            GET    /api/v1/leaves                                   AMX
            POST   /api/v1/leaves                                   AMX
            POST   /api/v1/leaves/attachments                       AMX
            GET    /api/v1/leaves/balances                          AMX
            GET    /api/v1/leaves/{id}                              AMX
            GET    /api/v1/leaves/{id}/attachments/{attachmentId}   AMX
            POST   /api/v1/leaves/{id}/decision                     MX
            POST   /api/v1/leaves/{id}/extension                    AMX
            POST   /api/v1/leaves/{id}/extension/decision           MX
            POST   /api/v1/leaves/{id}/return                       AMX
            POST   /api/v1/leaves/{id}/withdrawal                   AMX
            POST   /api/v1/leaves:check                             AMX
            POST   /api/v1/logout                                   AMXDU
            GET    /api/v1/me                                       AMXDU
            GET    /api/v1/messages/search                          AMX
            GET    /api/v1/notices                                  AMXDU
            POST   /api/v1/notices/{id}/read                        AMXDU
            POST   /api/v1/notices:read-all                         AMXDU
            GET    /api/v1/presence/intervals                       AMX
            GET    /api/v1/quick-replies                            AMX
            POST   /api/v1/quick-replies                            AMX
            GET    /api/v1/quick-replies/categories                 AMX
            GET    /api/v1/quick-replies/export                     AMX
            DELETE /api/v1/quick-replies/{id}                       AMX
            GET    /api/v1/quick-replies/{id}                       AMX
            PUT    /api/v1/quick-replies/{id}                       AMX
            GET    /api/v1/quick-replies/{id}/rendering             AMX
            POST   /api/v1/quick-replies:import                     AMX
            GET    /api/v1/rota                                     AMX
            GET    /api/v1/rota/coverage                            AMX
            GET    /api/v1/rota/export                              MX
            DELETE /api/v1/rota/feed                                A
            GET    /api/v1/rota/feed                                A
            POST   /api/v1/rota/feed                                A
            GET    /api/v1/rota/live                                AMX
            POST   /api/v1/rota:import                              MX
            GET    /api/v1/seats/mine                               A
            GET    /api/v1/shift-types                              X
            POST   /api/v1/shift-types                              X
            DELETE /api/v1/shift-types/{id}                         X
            GET    /api/v1/shift-types/{id}                         X
            PUT    /api/v1/shift-types/{id}                         X
            POST   /api/v1/socket-tickets                           AMXDUV
            GET    /api/v1/swaps                                    AMXU
            POST   /api/v1/swaps                                    A
            GET    /api/v1/swaps/candidates                         AMX
            GET    /api/v1/swaps/suggestions                        AMX
            GET    /api/v1/swaps/wishes                             AMX
            POST   /api/v1/swaps/wishes                             A
            DELETE /api/v1/swaps/wishes/{id}                        A
            GET    /api/v1/swaps/{id}                               AMXU
            GET    /api/v1/swaps/{id}/check                         AMXU
            POST   /api/v1/swaps/{id}/confirmation                  AMX
            POST   /api/v1/swaps/{id}/decision                      AMX
            GET    /api/v1/swaps/{id}/similar                       AMXU
            POST   /api/v1/swaps/{id}/withdrawal                    AMX
            POST   /api/v1/swaps:check                              AMX
            GET    /api/v1/tags                                     AMX
            GET    /api/v1/tickets                                  AMXU
            GET    /api/v1/tickets/counts                           AMXU
            GET    /api/v1/tickets/{id}                             AMXU
            GET    /api/v1/tickets/{id}/assignees                   AMX
            POST   /api/v1/tickets/{id}/assignment                  AMX
            POST   /api/v1/tickets/{id}/contact                     V
            POST   /api/v1/tickets/{id}/notes                       AMX
            POST   /api/v1/tickets/{id}/priority                    AMX
            POST   /api/v1/tickets/{id}/state                       AMX
            POST   /api/v1/tickets/{id}/take-up                     AMX
            GET    /api/v1/users                                    MX
            PUT    /api/v1/visitors/attributes                      V
            POST   /api/v1/visitors/events                          V
            POST   /api/v1/visitors/pages                           V
            """;

    private static final Map<String, Set<Character>> ALLOWED = TABLE.lines()
            .map(line -> line.trim().split("\\s+"))
            .collect(Collectors.toMap(
                    cells -> cells[0] + " " + cells[1],
                    cells -> cells[2].chars().mapToObj(role -> (char) role).collect(Collectors.toSet())));

    /** Open to everybody, by their own right. */
    private static final Set<String> OPEN =
            Set.of("GET /api/v1/widget", "POST /api/v1/visitors", "POST /api/v1/visitors/renewal");

    private static final Map<String, Object> LEAVE = Map.of(
            "type",
            "PERSONAL",
            "startDate",
            "2020-01-02",
            "startPeriod",
            "MORNING",
            "endDate",
            "2020-01-02",
            "endPeriod",
            "AFTERNOON",
            "reason",
            "家里有事");

    /** One without a color, so that none is added. */
    private static final Map<String, Object> SHIFT_TYPE =
            Map.of("code", "early", "nameZh", "早班", "nameEn", "Early", "color", "", "start", "06:00", "end", "14:00");

    private static final Map<String, Object> SWAP = Map.of(
            "items",
            List.of(
                    Map.of("agentId", "kf001", "gives", UUID.randomUUID(), "takes", UUID.randomUUID()),
                    Map.of("agentId", "kf002", "gives", UUID.randomUUID(), "takes", UUID.randomUUID())));

    /** What a POST must carry to come as far as the question who may; all others are content with nothing. */
    private static final Map<String, Map<String, Object>> BODIES = Map.ofEntries(
            Map.entry(
                    "POST /api/v1/assignments:batch",
                    Map.of("agentIds", List.of("kf001"), "date", "2030-01-01", "shiftTypeId", UUID.randomUUID())),
            Map.entry("POST /api/v1/assignments:remove", Map.of("ids", List.of(UUID.randomUUID()))),
            Map.entry(
                    "POST /api/v1/balances/{agent}/earnings", Map.of("day", "2026-11-20", "hours", 2, "reason", "盘点")),
            Map.entry("POST /api/v1/balances/{agent}/earnings/{entryId}/reversal", Map.of("reason", "记错人")),
            Map.entry("PUT /api/v1/balances/{agent}/employment", Map.of("worksSince", "2015-03-01")),
            Map.entry("POST /api/v1/blocklist", Map.of("address", "192.0.2.77", "reason", "骚扰")),
            Map.entry("POST /api/v1/conversations/{id}/handoff", Map.of("reason", "退票")),
            Map.entry("POST /api/v1/conversations/{id}/messages", Map.of("id", UUID.randomUUID(), "body", "你好")),
            Map.entry("POST /api/v1/conversations/{id}/rating", Map.of("score", 5)),
            Map.entry("POST /api/v1/conversations/{id}/tags", Map.of("name", "退票")),
            Map.entry("PUT /api/v1/conversations/{id}/topic", Map.of("subject", "退票", "category", "refund")),
            Map.entry("POST /api/v1/conversations/{id}/transfer", Map.of("agent", "kf002", "note", "请接手")),
            Map.entry("POST /api/v1/covers/{id}/answer", Map.of("accepted", true)),
            Map.entry("POST /api/v1/covers/{id}/offer", Map.of("agentId", "kf001")),
            Map.entry("POST /api/v1/covers/{id}/opening", Map.of("reason", "来电少")),
            Map.entry("POST /api/v1/customers/{id}/notes", Map.of("text", "常客")),
            Map.entry("POST /api/v1/customers/{id}/tags", Map.of("name", "常客")),
            Map.entry(
                    "PUT /api/v1/departments/{id}/routing",
                    Map.of("strategy", "SCORE", "week", List.of(), "openHolidays", true)),
            Map.entry("POST /api/v1/handoffs/{id}/step-in", Map.of("action", "TICKET", "comment", "明天处理")),
            Map.entry("POST /api/v1/leaves", LEAVE),
            Map.entry("POST /api/v1/leaves:check", LEAVE),
            Map.entry("POST /api/v1/leaves/{id}/decision", Map.of("approved", true)),
            Map.entry("POST /api/v1/leaves/{id}/extension/decision", Map.of("approved", true)),
            Map.entry(
                    "POST /api/v1/leaves/{id}/extension",
                    Map.of("endDate", "2030-01-01", "endPeriod", "MORNING", "reason", "未愈")),
            Map.entry("POST /api/v1/leaves/{id}/return", Map.of("date", "2030-01-01", "period", "MORNING")),
            Map.entry("POST /api/v1/quick-replies", Map.of("scope", "PERSONAL", "title", "问候", "body", "您好")),
            Map.entry("POST /api/v1/shift-types", SHIFT_TYPE),
            Map.entry("PUT /api/v1/shift-types/{id}", SHIFT_TYPE),
            Map.entry("POST /api/v1/swaps", SWAP),
            Map.entry(
                    "POST /api/v1/swaps/wishes",
                    Map.of("gives", UUID.randomUUID(), "from", "2030-01-01", "to", "2030-01-07")),
            Map.entry("POST /api/v1/swaps:check", SWAP),
            Map.entry("POST /api/v1/swaps/{id}/confirmation", Map.of("agreed", true)),
            Map.entry("POST /api/v1/swaps/{id}/decision", Map.of("approved", true)),
            Map.entry("POST /api/v1/tickets/{id}/contact", Map.of("phone", "13800138000")),
            Map.entry("POST /api/v1/tickets/{id}/notes", Map.of("text", "已处理")),
            Map.entry("POST /api/v1/tickets/{id}/priority", Map.of("priority", "HIGH")),
            Map.entry("POST /api/v1/tickets/{id}/state", Map.of("state", "SOLVED")),
            Map.entry("PUT /api/v1/visitors/attributes", Map.of("attributes", Map.of("order", "A-1"))),
            Map.entry("POST /api/v1/visitors/events", Map.of("name", "basket")),
            Map.entry("POST /api/v1/visitors/pages", Map.of("pages", List.of(Map.of("url", "https://shop.example/")))));

    private static final Map<String, Object> CHANGE = Map.of("title", "问候", "body", "您好");

    private static final Map<String, String> QUERIES = Map.ofEntries(
            Map.entry("DELETE /api/v1/conversations/{id}/tags", "?name=x"),
            Map.entry("DELETE /api/v1/customers/{id}/tags", "?name=x"),
            Map.entry("GET /api/v1/rota/coverage", "?date=2026-11-23"),
            Map.entry("GET /api/v1/calendar", "?year=2026"),
            Map.entry("GET /api/v1/conversations/export", "?format=json"),
            Map.entry("GET /api/v1/conversations/export/progress", "?id=" + UUID.randomUUID()),
            Map.entry("GET /api/v1/quick-replies/export", "?scope=PERSONAL"),
            Map.entry("POST /api/v1/quick-replies:import", "?scope=PERSONAL"),
            Map.entry("GET /api/v1/quick-replies/{id}/rendering", "?conversation=" + UUID.randomUUID()),
            Map.entry("GET /api/v1/presence/intervals", "?from=2026-11-23T00:00:00Z&to=2026-11-30T00:00:00Z"),
            Map.entry("GET /api/v1/rota/export", "?from=2026-11-23&to=2026-11-29"),
            Map.entry("GET /api/v1/rota", "?from=2026-11-23&to=2026-11-29"),
            Map.entry("GET /api/v1/rota/live", "?date=2026-11-23"),
            Map.entry("GET /api/v1/swaps/candidates", "?gives=" + UUID.randomUUID()),
            Map.entry("GET /api/v1/swaps/suggestions", "?gives=" + UUID.randomUUID()));

    private EndpointRights() {}

    static String query(String endpoint) {
        return QUERIES.getOrDefault(endpoint, "");
    }

    static Map<String, Object> body(String endpoint) {
        return BODIES.getOrDefault(endpoint, endpoint.startsWith("PUT ") ? CHANGE : Map.of());
    }

    static Set<String> listed() {
        return ALLOWED.keySet();
    }

    static boolean isOpen(String endpoint) {
        return OPEN.contains(endpoint);
    }

    static boolean takesFiles(String endpoint) {
        return endpoint.endsWith("/attachments")
                || endpoint.endsWith("/files")
                || endpoint.endsWith("rota:import")
                || endpoint.endsWith("quick-replies:import");
    }

    static boolean allows(String endpoint, char role) {
        return ALLOWED.getOrDefault(endpoint, Set.of()).contains(role);
    }

    static String person(char role) {
        return Objects.requireNonNull(PEOPLE.get(role));
    }

    static Set<Character> roles() {
        return Arrays.stream(new Character[] {'A', 'M', 'X', 'D', 'U', 'V'}).collect(Collectors.toSet());
    }
}
