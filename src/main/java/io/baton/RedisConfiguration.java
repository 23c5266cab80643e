package io.baton;

import java.net.URI;
import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.redisson.spring.data.connection.RedissonConnectionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * The connection to Redis, made when it is first needed: Baton starts and goes on while Redis is down. Calls give up soon,
 * because whatever Redis holds may be lost.
 */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    private static final int TIMEOUT = 1_000;
    private static final Duration RETRY_DELAY = Duration.ofMillis(200);

    @Bean(destroyMethod = "shutdown")
    RedissonClient redis(@Value("${baton.redis.url:}") String url) {
        var config = new Config();
        config.setLazyInitialization(true);
        config.setCodec(StringCodec.INSTANCE);
        config.setThreads(2);
        config.setNettyThreads(4);
        var address = URI.create(url.isBlank() ? "redis://localhost:6379" : url);
        config.useSingleServer()
                .setAddress(address.resolve("/").toString().replaceAll("/$", ""))
                .setDatabase(database(address))
                .setConnectTimeout(TIMEOUT)
                .setTimeout(TIMEOUT)
                .setRetryAttempts(1)
                .setRetryDelay(new ConstantDelay(RETRY_DELAY))
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(16)
                .setSubscriptionConnectionMinimumIdleSize(1);
        return Redisson.create(config);
    }

    /** The same connection for Spring's browser sessions. */
    @Bean
    RedisConnectionFactory redisConnections(RedissonClient redis) {
        return new RedissonConnectionFactory(redis);
    }

    /** The number behind the address, as in {@code redis://host:6379/2}. */
    private static int database(URI address) {
        var path = address.getPath() == null ? "" : address.getPath().replace("/", "");
        return path.isEmpty() ? 0 : Integer.parseInt(path);
    }
}
