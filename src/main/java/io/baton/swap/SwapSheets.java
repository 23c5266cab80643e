package io.baton.swap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.rota.Exchange;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the sheet that people read in Tasklist and keeps it with the swap, so that it is known what was decided upon. */
@Component
@Transactional
class SwapSheets {

    private final SwapTable table;
    private final ChainSwapRulebook rulebook;
    private final SwapSubjects subjects;
    private final Exchange exchange;
    private final ObjectMapper json;

    SwapSheets(
            SwapTable table, ChainSwapRulebook rulebook, SwapSubjects subjects, Exchange exchange, ObjectMapper json) {
        this.table = table;
        this.rulebook = rulebook;
        this.subjects = subjects;
        this.exchange = exchange;
        this.json = json;
    }

    /** The sheet about the swap as JSON, as of now. */
    String renew(Swap swap) {
        var shifts = exchange.shifts(swap.items().stream().map(SwapItem::gives).toList());
        var words = swap.items().stream()
                .map(item -> new SwapSheet.Words(
                        item, subjects.both(shifts.get(item.gives())), subjects.both(shifts.get(item.takes()))))
                .toList();
        var text = write(SwapSheet.of(swap, words, rulebook.judge(swap), table.similar(swap)));
        table.keepSheet(swap.id(), text);
        return text;
    }

    /** Whether this is the sheet that was made for the swap. */
    boolean isGenuine(UUID id, String sheet) {
        try {
            return Objects.equals(
                    json.readTree(sheet), json.readTree(table.sheet(id).orElse("null")));
        } catch (JsonProcessingException notEvenJson) {
            return false;
        }
    }

    private String write(SwapSheet sheet) {
        try {
            return json.writeValueAsString(sheet);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
