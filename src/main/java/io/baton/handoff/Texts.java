package io.baton.handoff;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Baton itself writes into conversations, in both languages because a customer's is not known. */
final class Texts {

    private Texts() {}

    static String taken(String agent) {
        var shown = agent.toUpperCase(Locale.ROOT);
        return "客服 %s 已接入会话。 Agent %s has joined.".formatted(shown, shown);
    }

    static String ticketed(String number) {
        return ("当前无法接通人工，已为您登记工单 %s，我们会尽快回复；您可以继续在此留言。 "
                        + "Nobody can talk right now. Ticket %s keeps your question, and you may go on writing here.")
                .formatted(number, number);
    }

    static String takenUp(String number) {
        return "工单 %s 已有客服跟进，会话继续。 Ticket %s is being answered; this conversation goes on.".formatted(number, number);
    }

    static String requeued(String agent) {
        return ("客服 %s 已离开，您已排在队首，对话内容会完整交给下一位客服。 "
                        + "Agent %s has left. You are first in the queue, and the next agent reads everything said so far.")
                .formatted(upper(agent), upper(agent));
    }

    /** The context that goes along with a conversation to the next agent. */
    static String transferred(String from, String to, Ask ask, @Nullable String note) {
        return "会话由 %s 转接给 %s。 Transferred from %s to %s.\n客户 Customer: %s\n主题 Subject: %s\n备注 Note: %s"
                .formatted(
                        upper(from),
                        upper(to),
                        upper(from),
                        upper(to),
                        ask.customer().name(),
                        ask.subject(),
                        note == null ? "–" : note);
    }

    static String agent(String id, String name) {
        return upper(id) + " " + name;
    }

    private static String upper(String person) {
        return person.toUpperCase(Locale.ROOT);
    }
}
