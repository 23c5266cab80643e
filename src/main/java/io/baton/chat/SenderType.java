package io.baton.chat;

/** Who wrote a message. */
public enum SenderType {
    CUSTOMER,
    AGENT,
    SYSTEM,
    BOT
}
