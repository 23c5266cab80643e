package io.baton;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the widget under a name that never changes, since it stands in other people's pages: browsers keep it for a while,
 * then use it once more while they look for a newer one.
 */
@Configuration(proxyBeanMethods = false)
class WidgetFiles implements WebMvcConfigurer {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration USABLE = Duration.ofDays(1);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/widget/**")
                .addResourceLocations("classpath:/static/widget/")
                .setCacheControl(CacheControl.maxAge(FRESH).cachePublic().staleWhileRevalidate(USABLE));
    }
}
