package io.baton.chat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files for tests, made on the spot. */
final class FileSamples {

    private FileSamples() {}

    static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, Math.max(1, width / 2), height);
        graphics.dispose();
        return bytes(image, format);
    }

    static byte[] bytes(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A picture that says of itself how the camera was held, and where it was. */
    static byte[] photograph(int width, int height, int orientation) {
        var plain = picture("jpeg", width, height);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + 16);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 2);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putShort((short) 0x010E).putShort((short) 2).putInt(16).putInt(38).putInt(0);
        exif.put("GPS 39.9N 116.4E".getBytes(StandardCharsets.ISO_8859_1));
        var whole = ByteBuffer.allocate(plain.length + 4 + exif.capacity());
        whole.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (2 + exif.capacity()));
        return whole.put(exif.array()).put(plain, 2, plain.length - 2).array();
    }

    /** A PNG that claims to be huge and holds next to nothing. */
    static byte[] bomb(int width, int height) {
        var png = picture("png", 1, 1);
        var header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }

    static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] pdf() {
        return text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
