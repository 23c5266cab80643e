package io.baton.chat.socket;

import org.springframework.web.socket.CloseStatus;

/** The codes with which a socket is closed. */
final class Closing {

    static final CloseStatus GOING_AWAY = CloseStatus.GOING_AWAY;
    static final CloseStatus POLICY = CloseStatus.POLICY_VIOLATION;
    static final CloseStatus TOO_BIG = CloseStatus.TOO_BIG_TO_PROCESS;
    static final CloseStatus OVERLOADED = CloseStatus.SERVICE_OVERLOAD;
    static final CloseStatus KICKED = new CloseStatus(4001, "kicked");
    static final CloseStatus REVOKED = new CloseStatus(4003, "token revoked");
    static final CloseStatus EXPIRED = new CloseStatus(4003, "token over");

    private Closing() {}

    /**
     * Whether the person meant to leave: a closed or reloaded page, a lost network or a token that is to be renewed does not
     * say so.
     */
    static boolean isOnPurpose(CloseStatus status) {
        return status.equalsCode(CloseStatus.NORMAL) || status.equals(REVOKED) || status.equalsCode(KICKED);
    }
}
