package io.baton.identity.web;

import io.baton.identity.LogOut;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ends the session here and tells where it ends at Keycloak too. */
@RestController
@RequestMapping("/api/v1")
class LogoutController {

    private final LogOut logOut;

    LogoutController(LogOut logOut) {
        this.logOut = logOut;
    }

    record LoggedOut(String location) {}

    @PostMapping("/logout")
    LoggedOut logOut(HttpServletRequest request) {
        return new LoggedOut(logOut.end(request));
    }
}
