package io.baton.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActorTests {

    private static final Tenant ACME = new Tenant("acme");

    @Test
    void managerLeadsTheOwnDepartmentOnly() {
        var manager = actor(Role.MANAGER, "vip");
        assertThat(manager.leads("vip")).isTrue();
        assertThat(manager.leads("ticketing")).isFalse();
        assertThat(manager.leads(null)).isFalse();
    }

    @Test
    void administratorLeadsEveryDepartmentAndAgentsNone() {
        assertThat(actor(Role.ADMIN, null).leads("vip")).isTrue();
        assertThat(actor(Role.CUSTOMER_SERVICE, "vip").leads("vip")).isFalse();
    }

    @Test
    void refusesWhoHasNoneOfTheRoles() {
        actor(Role.MANAGER, "vip").require(Role.ADMIN, Role.MANAGER);
        assertThatThrownBy(() -> actor(Role.AUDITOR, null).require(Role.ADMIN, Role.MANAGER))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
    }

    @Test
    void tenantRefusesWhatCouldNotBeAGroupPrefix() {
        for (var id : List.of("", "a", "Acme", "a.b", "a/b", "9lives", "x".repeat(40))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Tenant(id));
        }
        assertThat(new Tenant("acme-2").id()).isEqualTo("acme-2");
    }

    @Test
    void decisionRefusesToRefuseWithoutReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Decision.Refused(List.of()));
    }

    @Test
    void pageIsCutWhenMoreWasReadThanAskedFor() {
        assertThat(Page.cut(List.of("a", "b", "c"), 2, item -> item)).isEqualTo(new Page<>(List.of("a", "b"), "b"));
        assertThat(Page.cut(List.of("a", "b"), 2, item -> item).next()).isNull();
    }

    private static Actor actor(Role role, @Nullable String department) {
        return new Actor(ACME, "kf001", "王芳", department, Set.of(role), Set.of());
    }
}
