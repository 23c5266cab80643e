package io.baton.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.BatonTest;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.Recorded;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@BatonTest
class TrailTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final Actor MANAGER = actor(ACME, "vip.manager", "vip", Role.MANAGER);

    private static final Pattern KIND = Pattern.compile("String kind\\(\\) \\{\\s+return \"([a-z-]+)\"");

    private final String subject = Ids.next().toString();

    @Autowired
    private Trail trail;

    @Autowired
    private TenantScope scope;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    record SampleApproved(Actor actor, String subjectId, Instant at) implements Recorded {

        @Override
        public String kind() {
            return "sample";
        }

        @Override
        public String owner() {
            return "kf017";
        }

        @Override
        public String department() {
            return "vip";
        }

        @Override
        public String before() {
            return "PENDING";
        }

        @Override
        public String after() {
            return "APPROVED";
        }

        @Override
        public String comment() {
            return "enough cover";
        }
    }

    @Test
    void tellsWhoDecidedWhatAndWhy() {
        approve(MANAGER);
        var entry = readAs(MANAGER).getFirst();
        assertThat(entry.what()).isEqualTo("SampleApproved");
        assertThat(entry.actor()).isEqualTo("vip.manager");
        assertThat(entry.role()).isEqualTo("manager");
        assertThat(entry.before()).isEqualTo("PENDING");
        assertThat(entry.after()).isEqualTo("APPROVED");
        assertThat(entry.comment()).isEqualTo("enough cover");
    }

    @Test
    void isReadByAuditorsTheDepartmentAndThePersonItConcernsAndByNobodyElse() {
        approve(MANAGER);
        assertThat(readAs(actor(ACME, "acme.auditor", null, Role.AUDITOR))).hasSize(1);
        assertThat(readAs(actor(ACME, "acme.admin", null, Role.ADMIN))).hasSize(1);
        assertThat(readAs(actor(ACME, "kf017", "vip", Role.CUSTOMER_SERVICE))).hasSize(1);
        refuses(actor(ACME, "kf018", "vip", Role.CUSTOMER_SERVICE));
        refuses(actor(ACME, "ticketing.manager", "ticketing", Role.MANAGER));
        refuses(actor(ACME, "acme.designer", null, Role.DESIGNER));
        refuses(actor(new Tenant("globex"), "globex.auditor", null, Role.AUDITOR));
    }

    @Test
    void namesTheSystemWhenATimerActed() {
        approve(Actor.system(ACME));
        assertThat(readAs(MANAGER).getFirst().role()).isEqualTo("system");
    }

    @Test
    void vanishesWithTheChangeThatWasRolledBack() {
        scope.run(
                MANAGER,
                () -> transaction.executeWithoutResult(status -> {
                    events.publishEvent(new SampleApproved(MANAGER, subject, Instant.now()));
                    status.setRollbackOnly();
                }));
        refuses(MANAGER);
    }

    @Test
    void refusesToRecordOutsideOfATransaction() {
        var event = new SampleApproved(MANAGER, subject, Instant.now());
        assertThatThrownBy(() -> scope.run(MANAGER, () -> events.publishEvent(event)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void cannotBeEditedByTheApplication() {
        approve(MANAGER);
        for (var sql : new String[] {"update trail set comment = 'x'", "delete from trail", "truncate trail"}) {
            assertThatThrownBy(() -> scope.run(
                            MANAGER,
                            () -> transaction.executeWithoutResult(
                                    status -> jdbc.sql(sql).update())))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .hasRootCauseMessage("ERROR: permission denied for table trail");
        }
    }

    @Test
    void offersEveryKindThatIsRecordedAndTheDeskCanNameAll() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var recorded = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> KIND.matcher(text(file)).results())
                    .map(match -> match.group(1))
                    .distinct();
            assertThat(recorded).containsExactlyInAnyOrderElementsOf(Trail.KINDS);
        }
        for (var language : List.of("zh-CN", "en")) {
            var texts = new ObjectMapper()
                    .readTree(text(Path.of("src/main/frontend/src/modules/audit/locales", language + ".json")));
            assertThat(texts.get("kind").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(Trail.KINDS);
            assertThat(texts.get("id").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(Trail.KINDS);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void approve(Actor actor) {
        scope.run(
                actor,
                () -> transaction.executeWithoutResult(
                        status -> events.publishEvent(new SampleApproved(actor, subject, Instant.now()))));
    }

    private List<TrailEntry> readAs(Actor reader) {
        return scope.call(reader, () -> trail.of("sample", subject));
    }

    private void refuses(Actor reader) {
        assertThatThrownBy(() -> readAs(reader))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    private static Actor actor(Tenant tenant, String id, @Nullable String department, Role role) {
        return new Actor(tenant, id, id, department, Set.of(role), Set.of());
    }
}
