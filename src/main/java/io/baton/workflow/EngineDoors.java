package io.baton.workflow;

import io.baton.kernel.CurrentActor;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two ways to the engine from outside, each behind the filter chains and with the caller's own rights. */
@Configuration(proxyBeanMethods = false)
class EngineDoors {

    private static final int AFTER_THE_FILTER_CHAINS = 101;

    @Bean
    FilterRegistrationBean<EngineSignOn> engineSignOn(CurrentActor current) {
        var registration = new FilterRegistrationBean<>(new EngineSignOn(current));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(AFTER_THE_FILTER_CHAINS);
        return registration;
    }

    @Bean
    FilterRegistrationBean<EngineRestSignOn> engineRestSignOn(IdentityService identity, CurrentActor current) {
        var registration = new FilterRegistrationBean<>(new EngineRestSignOn(identity, current));
        registration.addUrlPatterns("/engine-rest/*");
        registration.setOrder(AFTER_THE_FILTER_CHAINS);
        return registration;
    }
}
