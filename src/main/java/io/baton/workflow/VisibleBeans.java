package io.baton.workflow;

import java.util.AbstractMap;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that a model may name: delegates and listeners, nothing else. Whoever may deploy a model can therefore call
 * the steps of processes and no other code.
 */
final class VisibleBeans extends AbstractMap<Object, Object> {

    private final BeanFactory beans;

    VisibleBeans(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String bean
                && beans.containsBean(bean)
                && (beans.isTypeMatch(bean, JavaDelegate.class)
                        || beans.isTypeMatch(bean, ExecutionListener.class)
                        || beans.isTypeMatch(bean, TaskListener.class));
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return containsKey(name) ? beans.getBean(String.valueOf(name)) : null;
    }

    /** Beans are looked up by name and never listed. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
