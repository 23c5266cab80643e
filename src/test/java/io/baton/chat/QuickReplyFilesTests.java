package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@BatonTest
class QuickReplyFilesTests {

    private static final String ALL = "/api/v1/quick-replies";
    private static final String HEAD = "category,title,shortcut,body\n";

    /** What no other test calls its own. */
    private String mark = "";

    @BeforeEach
    void mark() {
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void takesATableAndReplacesWhatWasThere() {
        var first = taken(
                "kf011", HEAD + "售后,退款 " + mark + ",r" + mark + ",\"您好，\n{{customer.name}}\"\n,招呼 " + mark + ",,您好\n");
        assertThat(counts(first)).containsExactly(2, 0, 0);
        var second = taken("kf011", "标题,内容,快捷码,分类\n退票 " + mark + ",新内容,R" + mark + ",售后\n招呼 " + mark + ",您好,,\n");
        assertThat(counts(second)).containsExactly(0, 1, 1);
        var replaced = found("kf011", "r" + mark);
        assertThat(replaced.path("title").asText()).isEqualTo("退票 " + mark);
        assertThat(replaced.path("body").asText()).isEqualTo("新内容");
        assertThat(replaced.path("version").asInt()).isEqualTo(2);
        assertThat(found("kf011", "招呼 " + mark).path("version").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void readsWhatItWrote(String format) {
        var odd = List.of("=1+1", "'=1+1", "'引'", "-谢谢", "a,\"b\"\nc", "＝求和");
        odd.forEach(body -> add("kf012", "PERSONAL", "t" + odd.indexOf(body) + mark + format, body));
        var written = Http.as("kf012").get(ALL + "/export?scope=PERSONAL&format=" + format);
        assertThat(written.headers().firstValue("Content-Disposition").orElse(""))
                .contains("quick-replies." + format);
        var again = upload("kf012", "?scope=PERSONAL", written.text().getBytes(StandardCharsets.UTF_8));
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(counts(again.json()).subList(0, 2)).containsExactly(0, 0);
        odd.forEach(body -> assertThat(found("kf012", "t" + odd.indexOf(body) + mark + format)
                        .path("body")
                        .asText())
                .isEqualTo(body));
    }

    @Test
    void tellsThoseOfTheSameTitleApartByTheirShortcuts() {
        var file = HEAD + "a,同名 " + mark + ",,甲\na,同名 " + mark + ",s" + mark + ",乙\n";
        assertThat(counts(taken("kf016", file))).containsExactly(2, 0, 0);
        assertThat(counts(taken("kf016", file))).containsExactly(0, 0, 2);
        assertThat(counts(taken("kf016", HEAD + "a,同名 " + mark + ",t" + mark + ",乙\n")))
                .containsExactly(0, 1, 0);
        assertThat(found("kf016", "t" + mark).path("version").asInt()).isEqualTo(2);
        assertThat(found("kf016", "s" + mark).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void writesFormulasAsTextAndHeadsInTheLanguageOfTheReader() {
        add("kf013", "PERSONAL", "f" + mark, "=HYPERLINK(1)");
        assertThat(Http.as("kf013")
                        .in("zh-CN")
                        .get(ALL + "/export?scope=PERSONAL")
                        .text())
                .startsWith("\uFEFF分类,标题,快捷码,内容")
                .contains("'=HYPERLINK(1)");
        assertThat(Http.as("kf013").get(ALL + "/export?scope=PERSONAL").text()).startsWith("\uFEFFcategory,title");
    }

    @Test
    void listsEveryMistakeWithLineColumnAndReasonAndTakesNothing() {
        var file = HEAD + "a,好 " + mark + ",,您好\n"
                + "a,,两 词," + "x".repeat(8_001) + "\n"
                + "a,好 " + mark + ",,{{customer.shoe}}\n"
                + "b,另一个,k" + mark + ",您好,多了\n"
                + "c,再一个,K" + mark + ",\n";
        var refused = upload("kf014", "?scope=PERSONAL", file.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("quick_replies_refused");
        assertThat(places(refused))
                .containsExactlyInAnyOrder(
                        "3 2 blank",
                        "3 3 word",
                        "3 4 long",
                        "4 2 titleTwice",
                        "5 5 beyond",
                        "6 3 shortcutTwice",
                        "6 4 blank");
        var zh = Http.as("kf014")
                .in("zh-CN")
                .upload(ALL + ":import?scope=PERSONAL", Map.of(), "a.csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(zh.text()).contains("此处必须填写。", "现有 8001 个", "第 2 行已有同分类的同名标题。");
        assertThat(found("kf014", "好 " + mark).isMissingNode()).isTrue();
    }

    @Test
    void namesThePlaceholdersThatNothingFills() {
        var refused = upload(
                "kf014",
                "?scope=PERSONAL",
                (HEAD + ",t " + mark + ",,{{customer.shoe}}\n").getBytes(StandardCharsets.UTF_8));
        assertThat(places(refused)).containsExactly("2 4 placeholder");
        assertThat(refused.json().path("violations").get(0).path("value").asText())
                .isEqualTo("customer.shoe");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    {"title":"x"}                        | 0 0 array
                    [{"title":"a","body":"b"}] x         | 1 28 json
                    [{"title":"a","body":"b"},]          | 1 27 json
                    [1]                                  | 1 0 entry
                    [{"title":7,"body":"b"}]             | 1 0 text
                    [{"Title":"a","body":"b"}]           | 1 0 head, 1 0 blank
                    []                                   | 0 0 empty
                    category,title                       | 1 0 headMissing, 1 0 headMissing
                    category,title,shortcut,body,extra   | 1 5 head
                    title,title,shortcut,body,category   | 1 2 headTwice
                    category,title,shortcut,body         | 0 0 empty
                    "a,b                                 | 0 0 quotes
                    """)
    void refusesWhatIsNoFileOfQuickReplies(String content, String wrong) {
        var refused = upload("kf014", "?scope=PERSONAL&dryRun=true", content.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(String.join(", ", places(refused))).isEqualTo(wrong);
    }

    @Test
    void readsWhatChineseSpreadsheetsWriteAndRefusesWhatIsTooMuch() {
        var chinese = ("分类;标题;快捷码;内容\n售后;退款 " + mark + ";;您好\n").getBytes(Charset.forName("GB18030"));
        assertThat(counts(upload("kf015", "?scope=PERSONAL", chinese).json())).containsExactly(1, 0, 0);
        var long_ = HEAD
                + IntStream.range(0, 5_001).mapToObj(i -> ",t" + i + ",,b\n").collect(Collectors.joining());
        assertThat(places(upload("kf015", "?scope=PERSONAL", long_.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("0 0 rows");
        assertThat(places(upload("kf015", "?scope=PERSONAL", new byte[2_000_001])))
                .containsExactly("0 0 bytes");
        assertThat(upload("kf015", "?scope=NOBODY", chinese).status()).isIn(400, 422);
    }

    @Test
    void writesNothingWhenItIsOnlyAsked() {
        var asked = upload(
                "kf015",
                "?scope=PERSONAL&dryRun=true",
                (HEAD + ",d " + mark + ",,您好\n").getBytes(StandardCharsets.UTF_8));
        assertThat(counts(asked.json())).containsExactly(1, 0, 0);
        assertThat(found("kf015", "d " + mark).isMissingNode()).isTrue();
    }

    @Test
    void letsOnlyThoseWhoMayWriteImportAndOnlyThoseWhoMayReadExport() {
        var file = (HEAD + ",s " + mark + ",,您好\n").getBytes(StandardCharsets.UTF_8);
        assertThat(upload("kf001", "?scope=DEPARTMENT", file).status()).isEqualTo(403);
        assertThat(upload("ticketing.manager", "?scope=TENANT", file).status()).isEqualTo(403);
        assertThat(upload("ticketing.manager", "?scope=DEPARTMENT&department=vip", file)
                        .status())
                .isEqualTo(403);
        assertThat(upload("acme.admin", "?scope=DEPARTMENT&department=nowhere", file)
                        .status())
                .isEqualTo(422);
        assertThat(upload("acme.auditor", "?scope=PERSONAL", file).status()).isEqualTo(403);
        assertThat(counts(upload("ticketing.manager", "?scope=DEPARTMENT", file).json()))
                .containsExactly(1, 0, 0);
        assertThat(found("kf001", "s " + mark).path("owner").asText()).isEqualTo("ticketing");
        assertThat(Http.as("kf001").get(ALL + "/export?scope=DEPARTMENT").text())
                .contains("s " + mark);
        assertThat(Http.as("vip.manager").get(ALL + "/export?scope=DEPARTMENT").text())
                .doesNotContain("s " + mark);
        assertThat(Http.as("kf001")
                        .get(ALL + "/export?scope=DEPARTMENT&department=vip")
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("globex.manager").get(ALL + "/export?scope=TENANT").text())
                .doesNotContain(mark);
        assertThat(Http.as("kf001")
                        .get(ALL + "/export?scope=PERSONAL&format=xml")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void countsTheCategoriesThatTheReaderSees() {
        add("ticketing.manager", "DEPARTMENT", "c" + mark, "您好", "分类" + mark);
        add("kf001", "PERSONAL", "c" + mark, "您好", "分类" + mark);
        assertThat(category("kf001")).isEqualTo(2);
        assertThat(category("kf002")).isEqualTo(category("ticketing.manager"));
        assertThat(category("vip.manager")).isZero();
        assertThat(category("globex.manager")).isZero();
    }

    private int category(String person) {
        return StreamSupport.stream(
                        Http.as(person)
                                .get(ALL + "/categories")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(each -> each.path("category").asText().equals("分类" + mark))
                .mapToInt(each -> each.path("replies").asInt())
                .sum();
    }

    private static JsonNode taken(String person, String file) {
        var answer = upload(person, "?scope=PERSONAL", file.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Answer upload(String person, String query, byte[] content) {
        return Http.as(person).upload(ALL + ":import" + query, Map.of(), "file", content);
    }

    private static List<Integer> counts(JsonNode taken) {
        return List.of(
                taken.path("added").asInt(),
                taken.path("changed").asInt(),
                taken.path("unchanged").asInt());
    }

    private static List<String> places(Answer refused) {
        return StreamSupport.stream(refused.json().path("violations").spliterator(), false)
                .map(it -> it.path("line").asInt() + " " + it.path("column").asInt() + " "
                        + it.path("code").asText())
                .toList();
    }

    private static void add(String person, String scope, String title, String body, String... category) {
        var fields = new HashMap<String, String>(Map.of("scope", scope, "title", title, "body", body));
        List.of(category).forEach(name -> fields.put("category", name));
        assertThat(Http.as(person).post(ALL, fields).status()).isEqualTo(201);
    }

    /** The only one with this text, or a missing node. */
    private static JsonNode found(String person, String text) {
        return Http.as(person)
                .get(ALL + "?q=" + java.net.URLEncoder.encode(text, StandardCharsets.UTF_8))
                .json()
                .path("items")
                .path(0);
    }
}
