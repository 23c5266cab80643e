package io.baton.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@BatonTest
class IntervalsControllerTests {

    private static final String PATH = "/api/v1/presence/intervals";
    private static final String WEEK = "?from=2032-05-03T00:00:00Z&to=2032-05-10T00:00:00Z";
    private static final Instant NINE = Instant.parse("2032-05-03T09:00:00Z");

    @Autowired
    private Agents agents;

    @Autowired
    private Intervals intervals;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fill() {
        scope.run(
                new Tenant("acme"),
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql(
                                    "delete from presence_interval where person in ('kf017', 'kf018', 'kf001', 'pager1', 'pager2')")
                            .update();
                    agents.save(new Agent("kf017", "Li", "vip", Set.of(), 3, false, 5, false));
                    agents.save(new Agent("kf018", "Wu", "vip", Set.of(), 3, false, 5, false));
                    agents.save(new Agent("kf001", "Ma", "ticketing", Set.of(), 3, false, 5, false));
                    agents.save(new Agent("pager1", "Qi", "pages", Set.of(), 3, false, 5, false));
                    agents.save(new Agent("pager2", "Ba", "pages", Set.of(), 3, false, 5, false));
                    for (int i = 0; i < 5; i++) {
                        present("pager1", NINE.plusSeconds(100 * i));
                        present("pager2", NINE.plusSeconds(100 * i));
                        present("kf017", NINE.plusSeconds(100 * i));
                        present("kf018", NINE.plusSeconds(100 * i));
                    }
                    present("kf001", NINE);
                }));
    }

    @Test
    void showsToAgentsTheirOwnTimesOnly() {
        assertThat(people(Http.as("kf017"), WEEK)).hasSize(5).containsOnly("kf017");
        assertThat(people(Http.as("kf017"), WEEK + "&person=KF017")).hasSize(5);
        assertThat(Http.as("kf017").get(PATH + WEEK + "&person=kf018").status()).isEqualTo(403);
        assertThat(Http.as("kf017").get(PATH + WEEK + "&department=vip").status())
                .isEqualTo(403);
    }

    @Test
    void showsToManagersTheirDepartment() {
        assertThat(people(Http.as("vip.manager"), WEEK))
                .contains("kf017", "kf018")
                .doesNotContain("kf001");
        assertThat(people(Http.as("vip.manager"), WEEK + "&person=kf018")).containsOnly("kf018");
        assertThat(people(Http.as("vip.manager"), WEEK + "&person=kf018&department=vip"))
                .hasSize(5);
        assertThat(Http.as("vip.manager").get(PATH + WEEK + "&person=kf001").status())
                .isEqualTo(403);
        assertThat(Http.as("vip.manager")
                        .get(PATH + WEEK + "&department=ticketing")
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("vip.manager").get(PATH + WEEK + "&person=nobody").status())
                .isEqualTo(404);
    }

    @Test
    void showsToAdministratorsAllOfTheirTenant() {
        assertThat(people(Http.as("acme.admin"), WEEK)).contains("kf017", "kf018", "kf001");
        assertThat(people(Http.as("acme.admin"), WEEK + "&department=ticketing"))
                .containsOnly("kf001");
        assertThat(people(Http.as("globex.admin"), WEEK)).isEmpty();
        assertThat(Http.as("globex.admin").get(PATH + WEEK + "&person=kf017").status())
                .isEqualTo(404);
        assertThat(Http.as("acme.auditor").get(PATH + WEEK).status()).isEqualTo(403);
    }

    @Test
    void showsPagesInTheOrderOfTheirStartWithoutAGap() {
        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var page = Http.as("acme.admin")
                    .get(PATH + WEEK + "&department=pages&limit=3" + cursor)
                    .json();
            page.path("items")
                    .forEach(item -> found.add(
                            item.path("start").asText() + item.path("person").asText()));
            cursor = "&cursor=" + page.path("next").asText();
        } while (!cursor.equals("&cursor=null"));
        assertThat(found).hasSize(10).doesNotHaveDuplicates();
        assertThat(found.stream().map(item -> item.substring(0, 20)).toList()).isSorted();
    }

    @Test
    void refusesWhatMakesNoSense() {
        var admin = Http.as("acme.admin");
        for (var query : List.of(
                "?from=2032-05-10T00:00:00Z&to=2032-05-03T00:00:00Z",
                "?from=2032-05-03T00:00:00Z&to=2032-05-03T00:00:00Z",
                "?from=2032-01-01T00:00:00Z&to=2032-05-03T00:00:00Z",
                "?from=-999999999-01-01T00:00:00Z&to=-999999999-01-02T00:00:00Z",
                "?from=yesterday&to=2032-05-03T00:00:00Z",
                WEEK + "&limit=0",
                WEEK + "&limit=201")) {
            assertThat(admin.get(PATH + query).status()).as(query).isEqualTo(422);
        }
        assertThat(admin.get(PATH).status()).isIn(400, 422);
        assertThat(admin.get(PATH + WEEK + "&cursor=nonsense").status()).isEqualTo(404);
        assertThat(people(admin, WEEK + "&cursor=0192f0c1-0000-7000-8000-000000000000"))
                .isEmpty();
    }

    private void present(String person, Instant from) {
        intervals.begin(person, State.ONLINE, from, from);
        intervals.end(person, from.plusSeconds(50));
    }

    private static List<String> people(Http who, String query) {
        var found = new ArrayList<String>();
        who.get(PATH + query + "&limit=200")
                .json()
                .path("items")
                .forEach(item -> found.add(item.path("person").asText()));
        return found;
    }
}
