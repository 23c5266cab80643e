package io.baton.development;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.kernel.TenantScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@BatonTest
class DemoQuickRepliesTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private TenantScope scope;

    @Test
    void sharesSomeWithEverybodyAndSomeWithADepartmentOnce() {
        var demo = new DemoQuickReplies(jdbc, transactions, scope);
        demo.seed();
        demo.seed();
        var admins = Http.as("acme.admin")
                .get("/api/v1/quick-replies?limit=200")
                .json()
                .path("items");
        for (var reply : DemoQuickReplies.read()) {
            assertThat(admins)
                    .filteredOn(shown -> shown.path("shortcut").asText().equals(reply.shortcut())
                            && shown.path("scope").asText().equals(reply.scope()))
                    .as(reply.title())
                    .hasSize(1);
        }
        var agents = Http.as("kf001").get("/api/v1/quick-replies?limit=200").text();
        assertThat(agents).contains("开场问候", "电子票在哪里看").doesNotContain("退票规则", "会员优先购");
    }
}
