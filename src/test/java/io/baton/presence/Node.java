package io.baton.presence;

import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.redisson.api.RedissonClient;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * Presence as another node has it: on the database of the test and a Redis that is given, with a memory and a clock of its
 * own. Nothing runs by itself: a test does what the schedule would.
 */
final class Node implements AutoCloseable {

    @Configuration
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Queue<Object> told = new ConcurrentLinkedQueue<>();
    private final Tenant tenant;

    Node(ApplicationContext baton, RedissonClient redis, Clock clock, Tenant tenant) {
        this.tenant = tenant;
        context.setParent(baton);
        context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        context.registerBean("clock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
        context.registerBean("redis", RedissonClient.class, () -> redis, bean -> {
            bean.setPrimary(true);
            bean.setDestroyMethodName("");
        });
        context.register(
                Transactions.class,
                SurvivingLeases.class,
                Intervals.class,
                Choices.class,
                OnShift.class,
                Announcer.class,
                Transitions.class,
                Statuses.class,
                Presence.class,
                EveryTenant.class,
                LostSweep.class,
                Reconciler.class,
                Replanned.class,
                Missing.class);
        context.addApplicationListener((ApplicationListener<ApplicationEvent>) event -> {
            if (event instanceof PayloadApplicationEvent<?> payload) {
                told.add(payload.getPayload());
            }
        });
        context.refresh();
    }

    void run(Consumer<Presence> work) {
        scope().run(tenant, () -> work.accept(presence()));
    }

    Status of(String person) {
        return scope().call(tenant, () -> presence().of(person));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What happens every second. */
    void sweep() {
        scope().run(tenant, () -> bean(LostSweep.class).sweep(tenant));
    }

    /** What happens every half minute. */
    void reconcile() {
        scope().run(tenant, () -> bean(Reconciler.class).reconcile(tenant));
    }

    /** What this node told, of one kind. */
    <T> List<T> told(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Presence presence() {
        return bean(Presence.class);
    }

    private TenantScope scope() {
        return context.getBean(TenantScope.class);
    }

    /** The process is gone and says nothing; not closed, because the Baton of the test would be told and leave as well. */
    @Override
    public void close() {
        context.getDefaultListableBeanFactory().destroySingletons();
    }
}
