package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.kernel.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTests {

    @Test
    void fillsWhatIsKnownAndNamesWhatIsNot() {
        var filled = Placeholders.fill(
                "{{customer.name}}您好，订单{{ customer.attributes.order }}已处理，{{customer.name}}。",
                Map.of("customer.name", "李女士"));
        assertThat(filled.text()).isEqualTo("李女士您好，订单{{ customer.attributes.order }}已处理，李女士。");
        assertThat(filled.missing()).containsExactly("customer.attributes.order");
    }

    @Test
    void neverReadsAValueAsAPlaceholder() {
        var filled = Placeholders.fill(
                "{{customer.name}}", Map.of("customer.name", "{{agent.name}} $1 \\", "agent.name", "secret"));
        assertThat(filled.text()).isEqualTo("{{agent.name}} $1 \\");
        assertThat(filled.missing()).isEmpty();
    }

    @Test
    void takesAnEmptyValueForAMissingOne() {
        assertThat(Placeholders.fill("{{conversation.subject}}", Map.of("conversation.subject", " "))
                        .missing())
                .containsExactly("conversation.subject");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{customer.name}}",
                "{{ agent.name }}",
                "{{company.name}}{{conversation.number}}",
                "{{conversation.subject}} {{conversation.category}}",
                "{{customer.attributes.订单号}}",
                "{{customer.attributes.vip-level_2}}",
                "{ customer.name }",
                "{{customer.name",
                "}}{{"
            })
    void takesWhatItCanFillAndWhatIsNoPlaceholder(String text) {
        Placeholders.requireKnown(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{}}",
                "{{customer}}",
                "{{customer.Name}}",
                "{{customer.attributes.}}",
                "{{customer.attributes.a b}}",
                "{{T(java.lang.Runtime)}}",
                "{{customer.name}} {{order}}"
            })
    void refusesWhatNothingCanFill(String text) {
        assertThatThrownBy(() -> Placeholders.requireKnown(text)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.code()).isEqualTo("placeholder_unknown");
            assertThat((List<?>) problem.properties().get("placeholders")).hasSize(1);
        });
    }
}
