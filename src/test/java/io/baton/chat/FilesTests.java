package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.SocketClient;
import io.baton.kernel.TenantScope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@BatonTest
class FilesTests {

    @Autowired
    private Conversations conversations;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private FileStore store;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private ChatScene.Scene scene;

    @BeforeEach
    void open() {
        scene = new ChatScene(conversations, scope).with("kf001");
        scope.run(ChatScene.ACME, () -> conversations.route(scene.id(), "ticketing", null));
    }

    @Test
    void sendsAPictureAsOneMessageToEverybody() throws Exception {
        try (var desk = SocketClient.agent("kf001")) {
            var sent = send(scene.http(), UUID.randomUUID(), "截图 1.png", FileSamples.picture("png", 640, 480));
            assertThat(sent.status()).as(sent.text()).isEqualTo(201);
            assertThat(sent.json().path("contentType").asText()).isEqualTo(StoredFile.MESSAGE);
            var note = note(sent);
            assertThat(note.path("name").asText()).isEqualTo("截图 1.png");
            assertThat(note.path("contentType").asText()).isEqualTo("image/png");
            assertThat(note.path("width").asInt()).isEqualTo(640);
            assertThat(note.path("thumbnail").asBoolean()).isTrue();
            var frame = desk.await("TEXT", sent.json().path("id").asText());
            assertThat(frame.path("contentType").asText()).isEqualTo(StoredFile.MESSAGE);
            assertThat(json.readTree(frame.path("body").asText())).isEqualTo(note);
        }
    }

    @Test
    void givesAFileOutAsADownloadThatDoesNothing() {
        var content = FileSamples.text("订单 1\n");
        var id = fileId(send(scene.http(), UUID.randomUUID(), "订单.txt", content));
        var answer = Http.as("kf001").download("/api/v1/files/" + id);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("private", "no-cache");
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(Http.as("kf001")
                        .header("If-None-Match", tag)
                        .download("/api/v1/files/" + id)
                        .statusCode())
                .isEqualTo(304);
        assertThat(Http.as("kf001").get("/api/v1/files/" + id + "/thumbnail").code())
                .isEqualTo("file_unknown");
    }

    @Test
    void givesOutASmallCopyOfAPicture() {
        var id = fileId(send(scene.http(), UUID.randomUUID(), "a.jpg", FileSamples.photograph(800, 600, 1)));
        var small = scene.http().download("/api/v1/files/" + id + "/thumbnail");
        assertThat(small.statusCode()).isEqualTo(200);
        assertThat(small.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(new String(small.body(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
    }

    @Test
    void showsAFileToThoseWhoMayReadTheConversationAndToNobodyElse() {
        var path = "/api/v1/files/" + fileId(send(scene.http(), UUID.randomUUID(), "a.pdf", FileSamples.pdf()));
        for (var reader : List.of("kf001", "ticketing.manager", "acme.admin")) {
            assertThat(Http.as(reader).download(path).statusCode()).as(reader).isEqualTo(200);
        }
        assertThat(scene.http().download(path).statusCode()).isEqualTo(200);
        for (var other : List.of("kf002", "vip.manager", "acme.auditor", "acme.designer")) {
            assertThat(Http.as(other).get(path).status()).as(other).isEqualTo(403);
        }
        for (var stranger : List.of("gx001", "globex.admin")) {
            assertThat(Http.as(stranger).get(path).status()).as(stranger).isEqualTo(404);
        }
        assertThat(ChatScene.opened().http().get(path).status()).isEqualTo(404);
        assertThat(Http.anonymous().get(path).status()).isEqualTo(401);
        assertThat(Http.as("kf001").get("/api/v1/files/x").code()).isEqualTo("file_unknown");
    }

    @Test
    void showsWhoHasLeftNoFileThatCameLater() {
        var before = fileId(send(scene.http(), UUID.randomUUID(), "a.pdf", FileSamples.pdf()));
        scope.run(ChatScene.ACME, () -> conversations.assign(scene.id(), "kf002", null, null));
        var after = fileId(send(scene.http(), UUID.randomUUID(), "a.pdf", FileSamples.pdf()));
        assertThat(Http.as("kf001").get("/api/v1/files/" + before).status()).isEqualTo(200);
        assertThat(Http.as("kf001").get("/api/v1/files/" + after).code()).isEqualTo("not_yours");
        assertThat(Http.as("kf002").get("/api/v1/files/" + after).status()).isEqualTo(200);
    }

    @Test
    void takesNoFileFromWhoDoesNotTakePart() {
        for (var other : List.of("kf002", "ticketing.manager", "acme.admin", "acme.auditor", "acme.designer")) {
            assertThat(send(Http.as(other), UUID.randomUUID(), "a.pdf", FileSamples.pdf())
                            .status())
                    .as(other)
                    .isEqualTo(403);
        }
        for (var stranger : List.of("gx001", "globex.admin", "globex.manager")) {
            assertThat(send(Http.as(stranger), UUID.randomUUID(), "a.pdf", FileSamples.pdf())
                            .status())
                    .as(stranger)
                    .isEqualTo(404);
        }
        assertThat(send(ChatScene.opened().http(), UUID.randomUUID(), "a.pdf", FileSamples.pdf())
                        .status())
                .isEqualTo(404);
        assertThat(send(Http.anonymous(), UUID.randomUUID(), "a.pdf", FileSamples.pdf())
                        .status())
                .isIn(401, 403);
        assertThat(stored()).isZero();
    }

    @Test
    void keepsOneFileHoweverOftenTheSameMessageIsSentAtOnce() throws Exception {
        var message = UUID.randomUUID();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 8)
                    .<Callable<JsonNode>>mapToObj(
                            attempt -> () -> send(scene.http(), message, "a.pdf", FileSamples.pdf())
                                    .json())
                    .toList();
            var answers = new HashSet<JsonNode>();
            for (var attempt : pool.invokeAll(attempts)) {
                answers.add(attempt.get());
            }
            assertThat(answers).hasSize(1);
            assertThat(answers.iterator().next().path("seq").asInt()).isEqualTo(1);
        }
        assertThat(stored()).isEqualTo(1);
        conversationCloses();
        assertThat(send(scene.http(), message, "a.pdf", FileSamples.pdf()).status())
                .isEqualTo(201);
        assertThat(send(scene.http(), UUID.randomUUID(), "a.pdf", FileSamples.pdf())
                        .code())
                .isEqualTo("conversation_closed");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void refusesAnIdThatIsTaken() {
        var message = UUID.randomUUID();
        send(scene.http(), message, "a.pdf", FileSamples.pdf());
        assertThat(send(Http.as("kf001"), message, "a.pdf", FileSamples.pdf()).code())
                .isEqualTo("id_taken");
        var text = UUID.randomUUID();
        scene.http().post(messages(), Map.of("id", text, "body", "您好"));
        assertThat(send(scene.http(), text, "a.pdf", FileSamples.pdf()).code()).isEqualTo("id_taken");
    }

    @Test
    void letsNobodyWriteTheMessageOfAFile() {
        var body = Map.of("id", UUID.randomUUID(), "body", "{}", "contentType", StoredFile.MESSAGE);
        assertThat(scene.http().post(messages(), body).status()).isEqualTo(422);
        try (var widget = SocketClient.customer(scene.token())) {
            widget.send(Map.of(
                    "type",
                    "TEXT",
                    "id",
                    UUID.randomUUID().toString(),
                    "conversationId",
                    scene.conversation(),
                    "body",
                    "{}",
                    "contentType",
                    StoredFile.MESSAGE));
            assertThat(widget.await("ERROR").path("code").asText()).isEqualTo("invalid");
        }
    }

    @Test
    void refusesBadUploadsWithoutAFault() {
        var path = path();
        assertThat(send(scene.http(), UUID.randomUUID(), "a.png", FileSamples.pdf())
                        .code())
                .isEqualTo("file_type_lies");
        assertThat(send(scene.http(), UUID.randomUUID(), "a.exe", FileSamples.text("MZ\0\1\2"))
                        .status())
                .isEqualTo(422);
        assertThat(send(scene.http(), UUID.randomUUID(), "a.png", FileSamples.bomb(50_000, 50_000))
                        .code())
                .isEqualTo("picture_too_large");
        assertThat(send(scene.http(), UUID.randomUUID(), "a.txt", new byte[0]).status())
                .isEqualTo(422);
        assertThat(send(scene.http(), UUID.randomUUID(), "a.txt", new byte[5 * 1024 * 1024 + 1])
                        .status())
                .isEqualTo(413);
        assertThat(scene.http()
                        .upload(path, Map.of("id", "x"), "a.pdf", FileSamples.pdf())
                        .status())
                .isEqualTo(422);
        assertThat(scene.http()
                        .upload(path, Map.of(), "a.pdf", FileSamples.pdf())
                        .status())
                .isEqualTo(400);
        assertThat(scene.http().post(path, Map.of("id", UUID.randomUUID())).status())
                .isEqualTo(415);
        var cutOff =
                FileSamples.text("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc");
        assertThat(scene.http()
                        .raw(path, "multipart/form-data; boundary=x", cutOff)
                        .status())
                .isEqualTo(400);
        assertThat(scene.http().raw(path, "multipart/form-data", cutOff).status())
                .isEqualTo(400);
        assertThat(stored()).isZero();
    }

    @Test
    void cleansTheNameOfAFile() {
        var sent = send(scene.http(), UUID.randomUUID(), "../../发票<script>.pdf", FileSamples.pdf());
        assertThat(note(sent).path("name").asText()).isEqualTo("发票script.pdf");
    }

    @Test
    void takesSoManyFilesInAMinute() {
        var statuses = IntStream.range(0, 21)
                .map(number -> send(scene.http(), UUID.randomUUID(), "a.pdf", FileSamples.pdf())
                        .status())
                .boxed()
                .toList();
        assertThat(statuses.subList(0, 20)).containsOnly(201);
        assertThat(statuses.get(20)).isEqualTo(429);
    }

    @Test
    void removesFilesThatNoMessageBrings() {
        var brought = fileId(send(scene.http(), UUID.randomUUID(), "a.pdf", FileSamples.pdf()));
        var loose = scope.call(ChatScene.ACME, () -> {
            var party = Party.customer(scene.visitor());
            var inspected = new FileInspection.Inspected("a.pdf", FileKind.PDF, null);
            return store.keep(scene.id(), UUID.randomUUID(), party, inspected, FileSamples.pdf());
        });
        inAcme("update file set posted = false where conversation_id = ?");
        assertThat(scene.http().get("/api/v1/files/" + loose.id()).code()).isEqualTo("file_unknown");
        store.sweep(Instant.now().minusSeconds(60));
        assertThat(stored()).isEqualTo(2);
        store.sweep(Instant.now().plusSeconds(60));
        assertThat(stored()).isEqualTo(1);
        assertThat(scene.http().get("/api/v1/files/" + brought).status()).isEqualTo(200);
    }

    private void conversationCloses() {
        scope.run(ChatScene.ACME, () -> conversations.close(scene.id(), "done"));
    }

    private int stored() {
        return scope.call(
                ChatScene.ACME,
                () -> transactions.execute(status ->
                        jdbc.sql("""
                                select count(*) from file f join file_content c on c.file_id = f.id
                                where f.conversation_id = ?
                                """).param(scene.id()).query(Integer.class).single()));
    }

    private void inAcme(String sql) {
        scope.run(
                ChatScene.ACME,
                () -> transactions.executeWithoutResult(
                        status -> jdbc.sql(sql).param(scene.id()).update()));
    }

    private Answer send(Http caller, UUID message, String name, byte[] content) {
        return caller.upload(path(), Map.of("id", message.toString()), name, content);
    }

    private String path() {
        return "/api/v1/conversations/" + scene.conversation() + "/files";
    }

    private String messages() {
        return "/api/v1/conversations/" + scene.conversation() + "/messages";
    }

    private String fileId(Answer sent) {
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        return note(sent).path("fileId").asText();
    }

    private JsonNode note(Answer sent) {
        try {
            return json.readTree(sent.json().path("body").asText());
        } catch (java.io.IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
