package io.baton.chat.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.chat.AcceptedFiles;
import io.baton.chat.WidgetTerms;
import io.baton.identity.Tenants;
import io.baton.kernel.Problem;
import io.baton.kernel.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells anybody how a tenant's widget looks and what it asks; refuses a tenant that is not here with 404. */
@RestController
class WidgetController {

    /** How long a browser does not even ask. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Tenants tenants;
    private final AcceptedFiles files;
    private final ObjectMapper json;

    WidgetController(Tenants tenants, AcceptedFiles files, ObjectMapper json) {
        this.tenants = tenants;
        this.files = files;
        this.json = json;
    }

    record WidgetView(
            String tenant,
            String name,
            String language,
            WidgetTerms.Theme theme,
            Map<String, String> texts,
            List<WidgetTerms.Field> form,
            List<WidgetTerms.Topic> topics,
            boolean pages,
            Files files) {}

    /** @param endings how the names of files that are taken end */
    record Files(long size, List<String> endings) {}

    @GetMapping("/api/v1/widget")
    ResponseEntity<WidgetView> widget(
            @RequestParam String tenant, @RequestParam(required = false) @Nullable String lang, Locale locale) {
        if (!Tenant.isId(tenant)) {
            throw Problem.notFound("tenant_unknown");
        }
        var language = WidgetTerms.Language.of(lang == null ? locale.toLanguageTag() : lang);
        var terms = WidgetTerms.of(tenants.settings(new Tenant(tenant)), language);
        var view = new WidgetView(
                tenant,
                terms.name(),
                language.tag(),
                terms.theme(),
                terms.texts(),
                terms.form(),
                terms.topics(),
                terms.pages(),
                new Files(files.size(), files.endings()));
        return ResponseEntity.ok()
                .eTag(DigestUtils.md5DigestAsHex(bytes(view)))
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(view);
    }

    private byte[] bytes(WidgetView view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
