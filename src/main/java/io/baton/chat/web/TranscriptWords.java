package io.baton.chat.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.chat.Message;
import io.baton.chat.StoredFile;
import io.baton.identity.TenantSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a transcript says around the messages, in the reader's language and the company's zone. */
@Component
class TranscriptWords {

    private final AgentNames names;
    private final MessageSource texts;
    private final ObjectMapper json;

    TranscriptWords(AgentNames names, MessageSource texts, ObjectMapper json) {
        this.names = names;
        this.texts = texts;
        this.json = json;
    }

    Spoken in(Locale locale, TenantSettings settings, ConversationView conversation) {
        return new Spoken(locale, settings, conversation);
    }

    final class Spoken {

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

        private final Locale locale;
        private final TenantSettings settings;
        private final ConversationView conversation;
        private final Map<String, String> agents = new HashMap<>();

        private Spoken(Locale locale, TenantSettings settings, ConversationView conversation) {
            this.locale = locale;
            this.settings = settings;
            this.conversation = conversation;
        }

        String language() {
            return locale.toLanguageTag();
        }

        String title() {
            return text("title", settings.name(), conversation.number());
        }

        String facts() {
            return text(
                    "facts",
                    time(conversation.openedAt()),
                    zone().getId(),
                    conversation.customer().name());
        }

        String time(Message message) {
            return time(message.sentAt());
        }

        /** Agents by the names that customers see. */
        String sender(Message message) {
            return switch (message.senderType()) {
                case CUSTOMER -> conversation.customer().name();
                case AGENT -> agents.computeIfAbsent(message.senderId(), names::of);
                case SYSTEM -> text("system");
                case BOT -> text("bot");
            };
        }

        String body(Message message) {
            return StoredFile.MESSAGE.equals(message.contentType())
                    ? text("file", fileName(message.body()))
                    : message.body();
        }

        private String fileName(String note) {
            try {
                return json.readTree(note).path("name").asText();
            } catch (JsonProcessingException notOurs) {
                return "";
            }
        }

        private String time(Instant instant) {
            return TIME.format(instant.atZone(zone()));
        }

        private ZoneId zone() {
            return settings.zone();
        }

        private String text(String key, Object... values) {
            return texts.getMessage("transcript." + key, values, locale);
        }
    }
}
