package io.baton.identity;

import io.baton.kernel.CurrentActor;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    PlatformTransactionManager transactionManager(DataSource source, ObjectProvider<CurrentActor> current) {
        return new TenantTransactions(source, current);
    }

    /** A request is measured as a whole; a measurement of each of two dozen filters costs more than most of them do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
