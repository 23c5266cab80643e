package io.baton;

import io.baton.development.CurrentBaton;
import io.baton.development.DemoSecrets;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A browser without a window: keeps cookies, follows redirects when told to, and fills in Keycloak's log-in form. */
public final class Browser {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL) {
        /** As browsers do, trusts localhost with cookies that are marked as secure. */
        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            super.put(uri, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    };
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** A browser in which the person has logged in and sees the page. */
    public static Browser of(String person) {
        var browser = new Browser();
        browser.logIn(person, "/camunda/app/welcome/default/");
        return browser;
    }

    /** Opens a page, logs in at Keycloak's form, and returns what is shown in the end. */
    public HttpResponse<String> logIn(String person, String page) {
        var form = FORM.matcher(follow(page).body());
        if (!form.find()) {
            throw new IllegalStateException("no log-in form");
        }
        var fields = "username=" + encode(person) + "&password=" + encode(DemoSecrets.PERSON) + "&credentialId=";
        var request = HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build();
        return follow(send(request));
    }

    /** Where the browser is after all redirects. */
    public HttpResponse<String> follow(String page) {
        return follow(get(page));
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(absolute(path))
                .header("Accept", "text/html,application/json;q=0.9")
                .build());
    }

    /** A request of a page's script: JSON, with the token against forgery when there is one. */
    public HttpResponse<String> script(String method, String path, @Nullable String body) {
        var request = HttpRequest.newBuilder(absolute(path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        cookie("BATON-CSRF").ifPresent(token -> request.header("X-Baton-CSRF", token));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request.build());
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> follow(HttpResponse<String> response) {
        var current = response;
        for (int hops = 0; hops < 12 && current.statusCode() / 100 == 3; hops++) {
            var next = current.uri()
                    .resolve(current.headers().firstValue("Location").orElseThrow());
            current = send(
                    HttpRequest.newBuilder(next).header("Accept", "text/html").build());
        }
        return current;
    }

    private static URI absolute(String path) {
        return URI.create(path.startsWith("http") ? path : CurrentBaton.url() + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
