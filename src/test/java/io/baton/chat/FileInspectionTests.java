package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FileInspectionTests {

    private static final String SHEET = "xl/workbook.xml";

    private final FileInspection inspection = new FileInspection(
            new FileLimits(DataSize.ofKilobytes(200), 20, 1_000_000, EnumSet.complementOf(EnumSet.of(FileKind.ZIP))));

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("a.png", FileSamples.picture("png", 10, 10), FileKind.PNG),
                Arguments.of("a.JPG", FileSamples.picture("jpeg", 10, 10), FileKind.JPEG),
                Arguments.of("a.gif", FileSamples.picture("gif", 10, 10), FileKind.GIF),
                Arguments.of("发票.pdf", FileSamples.pdf(), FileKind.PDF),
                Arguments.of("a.txt", FileSamples.text("订单号 123\n"), FileKind.TXT),
                Arguments.of("gbk.txt", "退票申请，请尽快处理，谢谢".getBytes(Charset.forName("GBK")), FileKind.TXT),
                Arguments.of("a.docx", FileSamples.zip("[Content_Types].xml", "word/document.xml"), FileKind.DOCX),
                Arguments.of(
                        "a.xlsx", FileSamples.zip("docProps/app.xml", "[Content_Types].xml", SHEET), FileKind.XLSX),
                Arguments.of("a.pptx", FileSamples.zip("[Content_Types].xml", "ppt/presentation.xml"), FileKind.PPTX));
    }

    @ParameterizedTest
    @MethodSource("files")
    void tellsAFileByItsContent(String name, byte[] content, FileKind kind) {
        var inspected = inspection.inspect(name, content);
        assertThat(inspected.kind()).isEqualTo(kind);
        assertThat(inspected.name()).isEqualTo(name);
        assertThat(inspected.picture() != null).isEqualTo(kind.isPicture());
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of("a.png", FileSamples.picture("jpeg", 10, 10)),
                Arguments.of("a.png.exe", FileSamples.picture("png", 10, 10)),
                Arguments.of("a.png", FileSamples.pdf()),
                Arguments.of("a.pdf", FileSamples.text("no document")),
                Arguments.of("a.xlsx", FileSamples.zip("[Content_Types].xml", "word/document.xml")),
                Arguments.of("a.html", FileSamples.text("just text")));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void refusesAFileThatIsNotWhatItsNameSays(String name, byte[] content) {
        assertRefused(name, content, "file_type_lies");
    }

    static Stream<Arguments> unwelcome() {
        return Stream.of(
                Arguments.of("a.zip", FileSamples.zip("a.txt")),
                Arguments.of("a.docx", FileSamples.zip("a.txt")),
                Arguments.of(
                        "a.docx", FileSamples.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
                Arguments.of("a.docx", FileSamples.zip("[Content_Types].xml")),
                Arguments.of("a.txt", FileSamples.text("<!DOCTYPE html><html><script>1</script></html>")),
                Arguments.of("a.png", FileSamples.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                Arguments.of("a.txt", FileSamples.text("MZ\u0090\0\3\0\0\0\4\0\0\0")),
                Arguments.of("a.txt", FileSamples.text("x".repeat(2_000) + "\0")),
                Arguments.of("a.txt", FileSamples.text("#!/bin/sh\nrm -rf /\n")),
                Arguments.of("a.jar", FileSamples.zip("META-INF/MANIFEST.MF", "A.class")));
    }

    @ParameterizedTest
    @MethodSource("unwelcome")
    void refusesKindsThatAreNotTaken(String name, byte[] content) {
        assertRefused(name, content, "file_type_refused");
    }

    @Test
    void refusesWhatIsEmptyOrTooLarge() {
        assertRefused("a.txt", new byte[0], "invalid");
        assertRefused("a.txt", FileSamples.text("x".repeat(200 * 1024 + 1)), "too_large");
    }

    @ParameterizedTest
    @CsvSource({"50000,50000", "2147483647,2147483647", "1000001,1"})
    void measuresAPictureBeforeItDecodesIt(int width, int height) {
        assertRefused("a.png", FileSamples.bomb(width, height), "picture_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void refusesDamagedPicturesWithoutAFault(String format) {
        var whole = FileSamples.picture(format, 60, 40);
        assertRefused("a." + format, Arrays.copyOf(whole, 24), "file_damaged");
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var damaged = whole.clone();
            for (int j = 0; j < 5; j++) {
                damaged[10 + random.nextInt(damaged.length - 10)] = (byte) random.nextInt();
            }
            try {
                inspection.inspect("a." + format, damaged);
            } catch (Problem refusal) {
                assertThat(refusal.status()).isEqualTo(422);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "png,640,480,320,240",
        "jpeg,900,300,320,107",
        "gif,100,50,100,50",
        "png,999,1,320,1",
        "jpeg,1,999,1,320"
    })
    void makesASmallCopyOfTheSameShape(String format, int width, int height, int smallWidth, int smallHeight)
            throws IOException {
        var picture = picture("a." + format, FileSamples.picture(format, width, height));
        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
        var small = ImageIO.read(new ByteArrayInputStream(picture.thumbnail()));
        assertThat(small.getWidth()).isEqualTo(smallWidth);
        assertThat(small.getHeight()).isEqualTo(smallHeight);
    }

    /** The left half is red: where it lies in the copy shows how the picture was turned. */
    @ParameterizedTest
    @CsvSource({"1,0,40", "2,159,40", "3,159,40", "4,0,40", "5,40,0", "6,40,0", "7,40,159", "8,40,159"})
    void turnsPhotographsUprightAndKeepsNothingElseOfWhatTheyTell(int orientation, int redX, int redY)
            throws IOException {
        var photograph = FileSamples.photograph(160, 80, orientation);
        assertThat(new String(photograph, StandardCharsets.ISO_8859_1)).contains("GPS 39.9N");
        var picture = picture("a.jpg", photograph);
        var swapped = orientation >= 5;
        assertThat(picture.width()).isEqualTo(swapped ? 80 : 160);
        assertThat(new String(picture.thumbnail(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        var small = ImageIO.read(new ByteArrayInputStream(picture.thumbnail()));
        assertThat(small.getWidth()).isEqualTo(swapped ? 80 : 160);
        assertThat(small.getRGB(redX, redY) >> 16 & 0xFF).isGreaterThan(200);
    }

    @Test
    void takesADamagedOrientationForNone() {
        var photograph = FileSamples.photograph(16, 8, 6);
        for (int i = 2; i < 60; i++) {
            var damaged = photograph.clone();
            damaged[i] = (byte) 0xFF;
            assertThat(Orientation.of(damaged).code()).isBetween(1, 8);
        }
        assertThat(Orientation.of(FileSamples.photograph(16, 8, 9))).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.of(new byte[] {(byte) 0xFF})).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void takesADamagedListOfContentsForNone() {
        var whole = FileSamples.zip("[Content_Types].xml", "word/document.xml");
        assertThat(ZipListing.of(whole)).containsExactlyInAnyOrder("[Content_Types].xml", "word/document.xml");
        assertThat(ZipListing.of(Arrays.copyOf(whole, whole.length - 30))).isEmpty();
        for (int i = whole.length - 22; i < whole.length; i++) {
            var damaged = whole.clone();
            damaged[i] = (byte) 0xFF;
            assertThat(ZipListing.of(damaged).size()).isBetween(0, 2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd,passwd",
        "C:\\Users\\x\\a.png,a.png",
        "'a\u202Egnp.exe',agnp.exe",
        "'  a  b .png ','a b .png'",
        "'<x>\"y\":|?*.png',xy.png",
        "...,file",
        "'',file",
        ".htaccess,htaccess",
        "发票（十一月）.pdf,发票（十一月）.pdf"
    })
    void cleansNames(String name, String clean) {
        assertThat(FileNames.clean(name)).isEqualTo(clean);
    }

    @Test
    void shortensNamesButKeepsTheirEnding() {
        assertThat(FileNames.clean("票".repeat(400) + ".png")).hasSize(150).endsWith("票.png");
        assertThat(FileNames.clean("a" + "😀".repeat(200) + ".png").codePoints().filter(point -> point < 0x10000))
                .hasSize(5);
        assertThat(FileNames.clean("a\0b\r\n.png")).isEqualTo("ab.png");
    }

    private Picture picture(String name, byte[] content) {
        return Objects.requireNonNull(inspection.inspect(name, content).picture());
    }

    private void assertRefused(String name, byte[] content, String code) {
        assertThatThrownBy(() -> inspection.inspect(name, content))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
