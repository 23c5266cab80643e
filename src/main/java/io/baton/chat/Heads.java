package io.baton.chat;

import io.baton.chat.Availability.Key;
import io.baton.kernel.Grouping;
import io.baton.kernel.Problem;
import io.baton.kernel.Tenant;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The newest seq of each open conversation of a party. Questions that come while the last answer is fetched are asked in one:
 * a thousand clients that come back at once are a few queries.
 */
@Component
public class Heads {

    private static final int MOST_WAITING = 20_000;
    private static final int MOST_AT_ONCE = 500;

    private final HubTable table;
    private final Grouping<Question> waiting;

    private record Question(Key party, CompletableFuture<List<HubTable.Head>> answer) {}

    Heads(HubTable table) {
        this.table = table;
        this.waiting = new Grouping<>("heads", MOST_WAITING, MOST_AT_ONCE, this::answer);
    }

    public Map<UUID, Long> of(Tenant tenant, Party party) {
        return heads(new Key(tenant, party)).stream()
                .collect(Collectors.toMap(HubTable.Head::conversationId, HubTable.Head::lastSeq));
    }

    private List<HubTable.Head> heads(Key party) {
        var question = new Question(party, new CompletableFuture<>());
        if (!waiting.offer(question)) {
            throw Problem.tooMany("slow_down", 1);
        }
        try {
            return question.answer().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }

    private List<Question> answer(List<Question> questions) {
        try {
            var heads = table.heads(
                    questions.stream().map(Question::party).distinct().toList());
            questions.forEach(question -> question.answer().complete(heads.getOrDefault(question.party(), List.of())));
        } catch (RuntimeException failure) {
            questions.forEach(question -> question.answer().completeExceptionally(failure));
        }
        return List.of();
    }

    @PreDestroy
    void close() {
        waiting.close();
    }
}
