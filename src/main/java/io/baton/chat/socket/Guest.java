package io.baton.chat.socket;

import io.baton.identity.SignedIn;
import java.util.Locale;

/**
 * Whom the handshake let in.
 *
 * @param device the client's own name of itself, for operators to recognize it
 */
record Guest(SignedIn who, String address, String device, Locale locale) {

    static final String ATTRIBUTE = "baton.guest";
}
