package io.baton.leave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentsTests {

    @ParameterizedTest
    @CsvSource({"255044462d312e37, PDF", "89504e470d0a1a0a00, PNG", "ffd8ffe000104a, JPEG"})
    void tellsTheTypeByTheContent(String hex, FileType type) {
        assertThat(FileType.of(HexFormat.of().parseHex(hex))).contains(type);
    }

    @Test
    void takesNothingElse() {
        assertThat(FileType.of("<html><script>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(FileType.of("GIF89a....".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(FileType.of(new byte[0])).isEmpty();
        assertThat(FileType.of("%PDF".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "证明.pdf, 证明.pdf",
                "../../etc/passwd, passwd",
                "C:\\Users\\me\\note.png, note.png",
                "'a\"b<c>.png', abc.png",
                "'', file"
            })
    void keepsOnlyThePlainName(String given, String kept) {
        assertThat(Attachments.plain(given)).isEqualTo(kept);
    }

    @Test
    void shortensLongNames() {
        assertThat(Attachments.plain("x".repeat(300) + ".pdf")).hasSize(200).endsWith(".pdf");
    }
}
