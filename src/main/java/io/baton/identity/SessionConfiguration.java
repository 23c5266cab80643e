package io.baton.identity;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.data.redis.RedisSessionRepository;

/** Browser sessions in Redis: any node serves any browser. Nothing is asked of Redis before the first session. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    private static final String KEYS = "baton:sessions";

    @Bean
    SharedSessions<?> sessions(
            RedisConnectionFactory connections,
            SessionEnds ends,
            @Value("${server.servlet.session.timeout}") Duration timeout) {
        var template = new RedisTemplate<String, Object>();
        template.setConnectionFactory(connections);
        template.setKeySerializer(RedisSerializer.string());
        template.setHashKeySerializer(RedisSerializer.string());
        template.setValueSerializer(RedisSerializer.java(SessionConfiguration.class.getClassLoader()));
        template.setHashValueSerializer(RedisSerializer.java(SessionConfiguration.class.getClassLoader()));
        template.afterPropertiesSet();
        var stored = new RedisSessionRepository(template);
        stored.setRedisKeyNamespace(KEYS);
        stored.setDefaultMaxInactiveInterval(timeout);
        return shared(stored, ends);
    }

    private static SharedSessions<?> shared(SessionRepository<? extends Session> stored, SessionEnds ends) {
        return SharedSessions.over(stored, ends);
    }
}
