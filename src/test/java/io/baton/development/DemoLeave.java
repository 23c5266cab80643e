package io.baton.development;

import io.baton.identity.Tenants;
import io.baton.kernel.Actor;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.leave.Attachments;
import io.baton.leave.BalanceLedger;
import io.baton.leave.LeaveDecision;
import io.baton.leave.LeaveForm;
import io.baton.leave.LeaveProcess;
import io.baton.leave.LeaveRequest;
import io.baton.leave.LeaveType;
import io.baton.leave.Leaves;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Leave in every state, asked for and decided as people do it. Nothing is added where there is leave already. */
@Component
@Lazy
class DemoLeave {

    private static final byte[] CERTIFICATE = "%PDF-1.4\n% 诊断证明\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private final TenantScope scope;
    private final Tenants tenants;
    private final LeaveProcess process;
    private final Leaves leaves;
    private final BalanceLedger ledger;
    private final Attachments attachments;

    DemoLeave(
            TenantScope scope,
            Tenants tenants,
            LeaveProcess process,
            Leaves leaves,
            BalanceLedger ledger,
            Attachments attachments) {
        this.scope = scope;
        this.tenants = tenants;
        this.process = process;
        this.leaves = leaves;
        this.ledger = ledger;
        this.attachments = attachments;
    }

    void fill(Tenant tenant) {
        var admin = actor("acme.admin");
        var window = new Leaves.Window(1, null);
        if (!scope.call(admin, () -> leaves.list(null, null, null, null, null, window))
                .items()
                .isEmpty()) {
            return;
        }
        var today = LocalDate.now(tenants.settings(tenant).zone());
        scope.run(
                admin,
                () -> ledger.grant(
                        "kf014", LeaveType.COMPENSATORY, today.plusDays(5).getYear(), new BigDecimal("2"), "周末值班"));

        ask("kf003", LeaveType.PERSONAL, HalfDays.of(today.plusDays(3)), "家里水管检修", List.of());
        ask("kf014", LeaveType.COMPENSATORY, HalfDays.of(today.plusDays(5), Half.AFTERNOON), "周末值班调休", List.of());
        ask("vip.manager", LeaveType.ANNUAL, HalfDays.of(today.plusDays(6)), "年假", List.of());
        ask("kf004", LeaveType.PERSONAL, HalfDays.of(today.minusDays(1)), "补请昨天的假", List.of());
        var certificate = scope.call(actor("kf011"), () -> attachments.store("诊断证明.pdf", CERTIFICATE));
        decide(
                ask("kf011", LeaveType.SICK, HalfDays.of(today.plusDays(2)), "复诊", List.of(certificate.id())),
                "aftersales.manager",
                true,
                "注意休息");
        decide(
                ask("kf005", LeaveType.ANNUAL, HalfDays.of(today.plusDays(4)), "回老家", List.of()),
                "ticketing.manager",
                true,
                null);
        decide(
                ask("kf019", LeaveType.PERSONAL, HalfDays.of(today.plusDays(3), Half.MORNING), "办理证件", List.of()),
                "vip.manager",
                false,
                "演出开票日人手不足，请改期");
        var plans = ask("kf008", LeaveType.OTHER, HalfDays.of(today.plusDays(6)), "社区活动", List.of());
        scope.run(actor("kf008"), () -> process.withdraw(plans.id(), "活动取消"));
    }

    private LeaveRequest ask(String person, LeaveType type, HalfDays span, String reason, List<UUID> files) {
        return scope.call(actor(person), () -> process.request(new LeaveForm(type, span, reason, files)));
    }

    private void decide(LeaveRequest leave, String person, boolean approved, @Nullable String comment) {
        scope.run(actor(person), () -> process.approve(leave.id(), new LeaveDecision(approved, comment)));
    }

    private static Actor actor(String id) {
        return DemoPeople.get(id).actor();
    }
}
