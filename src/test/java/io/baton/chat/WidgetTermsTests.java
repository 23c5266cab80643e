package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.chat.WidgetTerms.Field;
import io.baton.chat.WidgetTerms.Language;
import io.baton.chat.WidgetTerms.Theme;
import io.baton.chat.WidgetTerms.Topic;
import io.baton.identity.TenantSettings;
import io.baton.kernel.Tenant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WidgetTermsTests {

    @Test
    void leavesEverythingToTheWidgetUnlessTold() {
        var terms = of(Map.of("widget.secret", "s3cret-of-acme"), Language.ZH);

        assertThat(terms.theme()).isEqualTo(new Theme("auto", null, "right"));
        assertThat(terms.texts()).isEmpty();
        assertThat(terms.form()).isEmpty();
        assertThat(terms.topics()).isEmpty();
        assertThat(terms.pages()).isTrue();
        assertThat(terms.toString()).doesNotContain("s3cret");
    }

    @Test
    void takesTheTextOfTheLanguageElseTheOneForAll() {
        var settings = Map.of("widget.title", "Acme", "widget.greeting.zh-CN", "欢迎", "widget.greeting.en", " Welcome ");

        assertThat(of(settings, Language.ZH).texts()).isEqualTo(Map.of("title", "Acme", "greeting", "欢迎"));
        assertThat(of(settings, Language.EN).texts()).isEqualTo(Map.of("title", "Acme", "greeting", "Welcome"));
    }

    @Test
    void cutsATextThatNoWidgetHasRoomFor() {
        assertThat(of(Map.of("widget.intro", "好".repeat(600)), Language.ZH)
                        .texts()
                        .get("intro"))
                .hasSize(500);
    }

    @Test
    void asksInTheOrderOfTheSetting() {
        assertThat(of(Map.of("widget.form", "topic, name?, contact"), Language.EN)
                        .form())
                .containsExactly(new Field("topic", true), new Field("name", false), new Field("contact", true));
    }

    @Test
    void namesTopicsInTheLanguage() {
        var settings = Map.of("widget.topics", "refund:退改签|Refunds, vip:大客户");

        assertThat(of(settings, Language.EN).topics())
                .containsExactly(new Topic("refund", "Refunds"), new Topic("vip", "大客户"));
        assertThat(of(settings, Language.ZH).topics().getFirst().label()).isEqualTo("退改签");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "url(x)", "#12345", "#1234567", "javascript:1"})
    void takesOnlyAColourForTheAccent(String text) {
        assertThat(of(Map.of("widget.accent", text), Language.EN).theme().accent())
                .isNull();
        assertThat(of(Map.of("widget.accent", "#B3244c"), Language.EN).theme().accent())
                .isEqualTo("#B3244c");
    }

    @Test
    void countsOnlyThePartsOfASettingThatCanBeFollowed() {
        var terms = of(
                Map.of(
                        "widget.form", "name,password",
                        "widget.topics", ":x,a b:c,ok:好,x:y|z|w",
                        "widget.side", "top",
                        "widget.theme", "dark"),
                Language.ZH);

        assertThat(terms.form()).containsExactly(new Field("name", true));
        assertThat(terms.topics()).containsExactly(new Topic("ok", "好"));
        assertThat(terms.theme()).isEqualTo(new Theme("dark", null, "right"));
    }

    @ParameterizedTest
    @CsvSource({"zh,ZH", "zh-Hans-CN,ZH", "ZH-tw,ZH", "en,EN", "fr,EN", "'',EN"})
    void speaksChineseToWhoReadsItAndEnglishToAllOthers(String tag, Language expected) {
        assertThat(Language.of(tag)).isEqualTo(expected);
    }

    private static WidgetTerms of(Map<String, String> settings, Language language) {
        return WidgetTerms.of(
                new TenantSettings(
                        new Tenant("acme"),
                        "Acme",
                        ZoneId.of("Asia/Shanghai"),
                        LocalTime.NOON,
                        LocalTime.MIDNIGHT,
                        LocalTime.MIDNIGHT,
                        settings),
                language);
    }
}
