package io.baton.development;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.kernel.TenantScope;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@BatonTest
class DemoConversationsTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private TenantScope scope;

    @Test
    void showsWhatWasSaidInTheLastDaysAndAddsItOnce() {
        var demo = new DemoConversations(jdbc, transactions, scope, Clock.systemUTC());
        var knowledge = new DemoKnowledge(jdbc, transactions, scope, Clock.systemUTC());
        for (int i = 0; i < 2; i++) {
            demo.seed();
            knowledge.seed();
        }
        var found = Http.as("vip.manager")
                .get("/api/v1/conversations?state=CLOSED")
                .json()
                .path("items");
        assertThat(found)
                .filteredOn(view -> view.path("subject").asText().equals("企业团购开票与座位分区"))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.path("rating").asInt()).isEqualTo(5);
                    assertThat(view.path("unread").asInt()).isPositive();
                    assertThat(Http.as("kf017")
                                    .get("/api/v1/conversations/"
                                            + view.path("id").asText() + "/messages")
                                    .json()
                                    .path("items"))
                            .hasSize(6);
                    var customer = "/api/v1/customers/"
                            + view.path("customer").path("id").asText();
                    assertThat(Http.as("kf017")
                                    .get(customer + "/profile")
                                    .json()
                                    .path("pages"))
                            .hasSize(3);
                    assertThat(Http.as("kf017").get(customer + "/notes").json().path("items"))
                            .hasSize(1);
                });
    }
}
