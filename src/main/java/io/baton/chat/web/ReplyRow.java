package io.baton.chat.web;

import java.util.Map;

/**
 * One quick reply of a file as it stands there.
 *
 * @param line from 1
 * @param places which column a field is in, from 0; none of a file without columns
 */
record ReplyRow(int line, Map<String, Integer> places, Map<String, String> texts) {

    String text(String field) {
        return texts.getOrDefault(field, "");
    }

    ReplyMistake mistake(String field, String code, String value, Object... more) {
        var place = places.get(field);
        return ReplyMistake.of(line, place == null ? 0 : place + 1, field, code, value, more);
    }
}
