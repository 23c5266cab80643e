package io.baton.handoff;

import java.util.Locale;

/** What Baton itself writes, in both languages because a customer's is not known and each desk chooses. */
final class Texts {

    private Texts() {}

    static String taken(String name) {
        return "客服 %s 已接入会话。 Agent %s has joined.".formatted(name, name);
    }

    static String ticketed(String number) {
        return ("当前无法接通人工，已为您登记工单 %s，我们会尽快回复；您可以继续在此留言。 "
                        + "Nobody can talk right now. Ticket %s keeps your question, and you may go on writing here.")
                .formatted(number, number);
    }

    static String takenUp(String number) {
        return "工单 %s 已有客服跟进，会话继续。 Ticket %s is being answered; this conversation goes on.".formatted(number, number);
    }

    static String requeued(String name) {
        return ("客服 %s 已离开，您已排在队首，对话内容会完整交给下一位客服。 "
                        + "Agent %s has left. You are first in the queue, and the next agent reads everything said so far.")
                .formatted(name, name);
    }

    /** All that a customer is to notice of a transfer. */
    static String joined(String name) {
        return "%s 已接入，继续为您服务。 %s has joined and goes on helping you.".formatted(name, name);
    }

    static String passedOn() {
        return "正在为您转接其他同事，请稍候。 You are being passed on to a colleague; please wait a moment.";
    }

    /** The same in both languages. */
    record Told(String zh, String en) {}

    /** Why a conversation came back to its sender. What the agent wrote is read where it happened, not in a notice. */
    static Told sentBack(String name, OfferOutcome outcome) {
        return switch (outcome) {
            case REJECTED ->
                new Told(
                        "%s 谢绝了您的转接，会话仍由您负责".formatted(name),
                        "%s declined your transfer; the conversation is still yours".formatted(name));
            case MISSED ->
                new Told(
                        "%s 没有应答您的转接，会话仍由您负责".formatted(name),
                        "%s did not answer your transfer; the conversation is still yours".formatted(name));
            case WITHDRAWN, ACCEPTED ->
                new Told(
                        "%s 已离开，您的转接已撤回，会话仍由您负责".formatted(name),
                        "%s has left, so your transfer was taken back; the conversation is still yours"
                                .formatted(name));
        };
    }

    static final Told CUSTOMER_TOO_OFTEN = new Told(
            "有客户短时间内多次请求人工被拒，请查看是否需要封禁", "A customer keeps asking for a person too often; please see whether to block");

    static final Told ADDRESS_TOO_OFTEN = new Told(
            "同一地址的多位客户请求人工过于频繁，请查看是否需要封禁",
            "Customers of one address ask for a person too often; please see whether to block");

    static String agent(String id, String name) {
        return id.toUpperCase(Locale.ROOT) + " " + name;
    }
}
