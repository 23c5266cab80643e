package io.baton.workflow;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, Object> found = new ConcurrentHashMap<>();

    VisibleBeans(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    /** What was found once is remembered; other names are not, for they are as many as models have variables. */
    @Override
    public @Nullable Object get(@Nullable Object name) {
        if (!(name instanceof String bean)) {
            return null;
        }
        var known = found.get(bean);
        return known == null ? find(bean) : known;
    }

    private @Nullable Object find(String bean) {
        var visible = beans.containsBean(bean)
                && (beans.isTypeMatch(bean, JavaDelegate.class)
                        || beans.isTypeMatch(bean, ExecutionListener.class)
                        || beans.isTypeMatch(bean, TaskListener.class));
        if (!visible) {
            return null;
        }
        var delegate = beans.getBean(bean);
        found.put(bean, delegate);
        return delegate;
    }

    /** Beans are looked up by name and never listed. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
