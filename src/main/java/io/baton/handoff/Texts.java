package io.baton.handoff;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Baton itself writes, in both languages because a customer's is not known and each desk chooses. */
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
                .formatted(agent.toUpperCase(Locale.ROOT), agent.toUpperCase(Locale.ROOT));
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

    /** Why a conversation came back to its sender. */
    static Told sentBack(String name, OfferOutcome outcome, @Nullable String why) {
        var reason = why == null || why.isBlank() ? new Told("", "") : new Told("：" + why, ": " + why);
        return switch (outcome) {
            case REJECTED ->
                new Told(
                        "%s 谢绝了您的转接%s，会话仍由您负责".formatted(name, reason.zh()),
                        "%s declined your transfer%s. The conversation is still yours".formatted(name, reason.en()));
            case MISSED ->
                new Told(
                        "%s 没有应答您的转接，会话仍由您负责".formatted(name),
                        "%s did not answer your transfer. The conversation is still yours".formatted(name));
            case WITHDRAWN, ACCEPTED ->
                new Told(
                        "对 %s 的转接已撤回，会话仍由您负责".formatted(name),
                        "The transfer to %s was taken back. The conversation is still yours".formatted(name));
        };
    }

    /** Who does not stop asking, a customer's name or an address. */
    static Told tooOften(String who) {
        return new Told(
                "%s 短时间内多次请求人工被拒，请查看是否需要封禁".formatted(who),
                "%s keeps asking for a person too often; please see whether to block".formatted(who));
    }

    static String agent(String id, String name) {
        return id.toUpperCase(Locale.ROOT) + " " + name;
    }
}
