package io.baton.chat.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.chat.QuickReply;
import io.baton.sheet.CsvSheet;
import io.baton.sheet.Grid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Quick replies as a table, a line each, or as a JSON array of objects with the same names. Reads what it writes, the columns
 * in any order.
 */
final class ReplySheet {

    static final List<String> COLUMNS = List.of("category", "title", "shortcut", "body");

    private static final Map<String, String> HEADS = Map.of(
            "分类",
            "category",
            "类别",
            "category",
            "标题",
            "title",
            "快捷码",
            "shortcut",
            "快捷指令",
            "shortcut",
            "内容",
            "body",
            "正文",
            "body");

    private final ObjectMapper json;
    private final List<ReplyRow> rows = new ArrayList<>();
    private final List<ReplyMistake> mistakes = new ArrayList<>();

    private ReplySheet(ObjectMapper json) {
        this.json = json;
    }

    /** Quick replies of a file; nothing is to be done with them while there are mistakes. */
    record Reading(List<QuickReply.Draft> drafts, List<ReplyMistake> mistakes) {}

    static Reading read(byte[] content, ObjectMapper json) throws Grid.Unreadable {
        var sheet = new ReplySheet(json);
        if (isJson(content)) {
            sheet.readArray(content);
        } else {
            sheet.readTable(CsvSheet.read(content));
        }
        return sheet.reading();
    }

    static byte[] csv(List<QuickReply> replies, List<String> heads) {
        var lines = replies.stream()
                .map(reply -> List.of(
                        reply.category(),
                        reply.title(),
                        Optional.ofNullable(reply.shortcut()).orElse(""),
                        reply.body()));
        return CsvSheet.write(Stream.concat(Stream.of(heads), lines).toList());
    }

    private Reading reading() {
        if (rows.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(ReplyMistake.of(0, 0, "", "empty", ""));
        }
        var checked = new ReplyChecks(rows);
        mistakes.addAll(checked.mistakes());
        return new Reading(mistakes.isEmpty() ? checked.drafts() : List.of(), mistakes);
    }

    private void readTable(Grid grid) {
        var head = grid.rows().isEmpty() ? List.<String>of() : grid.rows().getFirst();
        var places = places(head);
        if (!mistakes.isEmpty()) {
            return;
        }
        for (int row = 1; row < grid.rows().size(); row++) {
            var cells = grid.rows().get(row);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            for (int column = head.size(); column < cells.size(); column++) {
                if (!cells.get(column).isBlank()) {
                    mistakes.add(ReplyMistake.of(row + 1, column + 1, "", "beyond", cells.get(column)));
                }
            }
            var texts = new HashMap<String, String>();
            places.forEach(
                    (field, column) -> texts.put(field, column < cells.size() ? Grid.exact(cells.get(column)) : ""));
            rows.add(new ReplyRow(row + 1, places, texts));
        }
    }

    /** Which column each name stands over, from 0. */
    private Map<String, Integer> places(List<String> head) {
        var places = new HashMap<String, Integer>();
        for (int column = 0; column < head.size(); column++) {
            var name = Grid.plain(head.get(column)).toLowerCase(Locale.ROOT);
            var field = HEADS.getOrDefault(name, name);
            if (name.isEmpty()) {
                continue;
            }
            if (!COLUMNS.contains(field)) {
                mistakes.add(ReplyMistake.of(1, column + 1, "", "head", head.get(column)));
            } else if (places.putIfAbsent(field, column) != null) {
                mistakes.add(ReplyMistake.of(1, column + 1, field, "headTwice", head.get(column)));
            }
        }
        COLUMNS.stream()
                .filter(field -> !places.containsKey(field))
                .forEach(field -> mistakes.add(ReplyMistake.of(1, 0, field, "headMissing", field)));
        return places;
    }

    private void readArray(byte[] content) throws Grid.Unreadable {
        try (var parser = json.createParser(content)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new Grid.Unreadable("array");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (rows.size() >= Grid.MOST_ROWS) {
                    throw new Grid.Unreadable("rows");
                }
                readEntry(parser);
            }
            if (parser.nextToken() != null) {
                throw new Grid.Unreadable("array");
            }
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            mistakes.add(ReplyMistake.of(
                    at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr(), "", "json", ""));
        } catch (IOException cut) {
            throw new Grid.Unreadable("charset");
        }
    }

    private void readEntry(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        JsonNode entry = json.readTree(parser);
        if (entry == null || !entry.isObject()) {
            mistakes.add(ReplyMistake.of(line, 0, "", "entry", ""));
            return;
        }
        var texts = new HashMap<String, String>();
        entry.properties().forEach(member -> {
            var value = member.getValue();
            if (!COLUMNS.contains(member.getKey())) {
                mistakes.add(ReplyMistake.of(line, 0, "", "head", member.getKey()));
            } else if (!value.isTextual() && !value.isNull()) {
                mistakes.add(ReplyMistake.of(line, 0, member.getKey(), "text", value.toString()));
                texts.put(member.getKey(), value.toString());
            } else {
                texts.put(member.getKey(), value.isNull() ? "" : value.textValue());
            }
        });
        rows.add(new ReplyRow(line, Map.of(), texts));
    }

    private static boolean isJson(byte[] content) {
        for (byte each : content) {
            if (each == '[' || each == '{') {
                return true;
            }
            boolean passes =
                    Character.isWhitespace(each) || each == (byte) 0xEF || each == (byte) 0xBB || each == (byte) 0xBF;
            if (!passes) {
                return false;
            }
        }
        return false;
    }
}
