package io.baton.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How hints are written between nodes; what a node of another version does not know, it leaves out. */
final class Hints {

    private static final Logger log = LoggerFactory.getLogger(Hints.class);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
            .build();

    /**
     * Hints of one node for another.
     *
     * @param first the number of the first of them, counted by the sender for this receiver: a gap tells of lost ones
     */
    record Batch(String from, long first, List<Hint> hints) {}

    private Hints() {}

    static String write(Batch batch) {
        try {
            return JSON.writeValueAsString(batch);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Optional<Batch> read(String text) {
        try {
            return Optional.of(JSON.readValue(text, Batch.class));
        } catch (JsonProcessingException damaged) {
            log.warn("a batch of hints cannot be read");
            return Optional.empty();
        }
    }
}
