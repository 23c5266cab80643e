package io.baton.identity;

import io.baton.kernel.CurrentActor;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    PlatformTransactionManager transactionManager(DataSource source, ObjectProvider<CurrentActor> current) {
        return new TenantTransactions(source, current);
    }
}
