package io.baton.chat.web;

import io.baton.chat.QuickReply.Draft;
import io.baton.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Says of each row of a file all that is wrong with it, so that nobody has to correct it one mistake after the other. */
final class ReplyChecks {

    private static final Map<String, Integer> MOST =
            Map.of("category", Draft.CATEGORY, "title", Draft.TITLE, "shortcut", Draft.SHORTCUT, "body", Draft.BODY);
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Cntrl}]");

    private final List<Draft> drafts = new ArrayList<>();
    private final List<ReplyMistake> mistakes = new ArrayList<>();
    private final Map<String, Integer> shortcuts = new HashMap<>();
    private final Map<String, Integer> titles = new HashMap<>();

    ReplyChecks(List<ReplyRow> rows) {
        rows.forEach(this::check);
    }

    /** Of the rows that are right. */
    List<Draft> drafts() {
        return drafts;
    }

    List<ReplyMistake> mistakes() {
        return mistakes;
    }

    private void check(ReplyRow row) {
        int before = mistakes.size();
        ReplySheet.COLUMNS.forEach(field -> checkText(row, field));
        var shortcut = row.text("shortcut").strip().toLowerCase(Locale.ROOT);
        if (GAP.matcher(shortcut).find()) {
            mistakes.add(row.mistake("shortcut", "word", shortcut));
        }
        checkUnique(row, shortcut);
        if (mistakes.size() == before) {
            draft(row, shortcut);
        }
    }

    private void checkText(ReplyRow row, String field) {
        var text = row.text(field);
        var length = field.equals("body") ? text.length() : text.strip().length();
        var most = MOST.getOrDefault(field, 0);
        if (text.isBlank() && (field.equals("title") || field.equals("body"))) {
            mistakes.add(row.mistake(field, "blank", ""));
        } else if (length > most) {
            mistakes.add(row.mistake(field, "long", text, most, length));
        } else if (text.indexOf('\0') >= 0
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            mistakes.add(row.mistake(field, "character", ""));
        }
    }

    /** A shortcut tells two apart, and without one category and title do. */
    private void checkUnique(ReplyRow row, String shortcut) {
        var title = row.text("title").strip();
        if (!shortcut.isEmpty()) {
            var named = shortcuts.putIfAbsent(shortcut, row.line());
            if (named != null) {
                mistakes.add(row.mistake("shortcut", "shortcutTwice", shortcut, named));
            }
        } else if (!title.isEmpty()) {
            var titled = titles.putIfAbsent(row.text("category").strip() + "\n" + title, row.line());
            if (titled != null) {
                mistakes.add(row.mistake("title", "titleTwice", title, titled));
            }
        }
    }

    /** The draft has the last word: what it refuses is a mistake as well. */
    private void draft(ReplyRow row, String shortcut) {
        try {
            drafts.add(new Draft(row.text("category").strip(), row.text("title").strip(), shortcut, row.text("body")));
        } catch (Problem refused) {
            var names = refused.properties().get("placeholders");
            mistakes.add(
                    names instanceof List<?> list
                            ? row.mistake(
                                    "body",
                                    "placeholder",
                                    String.join(
                                            ", ",
                                            list.stream().map(String::valueOf).toList()))
                            : row.mistake("", "row", row.text("title")));
        }
    }
}
