package io.baton.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** The text by which a message is found: what it says, or the name of the file that it brings. */
@Component
class SearchTexts {

    private final ObjectMapper json;

    SearchTexts(ObjectMapper json) {
        this.json = json;
    }

    String of(Message message) {
        if (!message.contentType().equals(StoredFile.MESSAGE)) {
            return message.body();
        }
        try {
            return json.readTree(message.body()).path("name").asText();
        } catch (JsonProcessingException foreign) {
            return "";
        }
    }
}
