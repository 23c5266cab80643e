package io.baton.chat;

import io.baton.kernel.Problem;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture's size as it is shown, and a small copy of it without anything that cameras write into pictures.
 *
 * @param thumbnail at most {@value #EDGE} pixels wide and high
 */
record Picture(int width, int height, FileKind thumbnailKind, byte[] thumbnail) {

    private static final int EDGE = 320;
    /** Decoding takes memory; so few at once, and each coarsely. */
    private static final Semaphore DECODING = new Semaphore(2);

    /** Measures before it decodes; refuses with 422 what has too many pixels or is damaged. */
    static Picture of(byte[] content, FileKind kind, long mostPixels) {
        var reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
        DECODING.acquireUninterruptibly();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > mostPixels) {
                throw Problem.of(422, "picture_too_large", Map.of("mostPixels", mostPixels));
            }
            var turn = kind == FileKind.JPEG ? Orientation.of(content) : Orientation.UPRIGHT;
            var small = turn.apply(coarse(reader, width, height), EDGE, kind == FileKind.JPEG);
            var kept = kind == FileKind.JPEG ? FileKind.JPEG : FileKind.PNG;
            return new Picture(turn.swaps() ? height : width, turn.swaps() ? width : height, kept, encode(small, kept));
        } catch (Problem refusal) {
            throw refusal;
        } catch (IOException | RuntimeException damaged) {
            throw Problem.of(422, "file_damaged", Map.of());
        } finally {
            DECODING.release();
            reader.dispose();
        }
    }

    /** Every n-th pixel, so that what is held is never more than twice as wide as needed. */
    private static BufferedImage coarse(ImageReader reader, int width, int height) throws IOException {
        var step = Math.max(1, Math.max(width, height) / (2 * EDGE));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    private static byte[] encode(BufferedImage image, FileKind kind) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(kind.name()).next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(image);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static RenderingHints smooth() {
        return new RenderingHints(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }
}
