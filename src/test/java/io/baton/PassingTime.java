package io.baton;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/**
 * Lets the time come for which a process waits, when a journey asks for it: {@code POST /<business key>/<timer event>}. It is
 * the one thing in the journeys that nobody does at a screen.
 */
final class PassingTime implements AutoCloseable {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final HttpServer server;

    private PassingTime(RuntimeService runtime, ManagementService management, HttpServer server) {
        this.runtime = runtime;
        this.management = management;
        this.server = server;
    }

    static PassingTime of(RuntimeService runtime, ManagementService management) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var time = new PassingTime(runtime, management, server);
        server.createContext("/", time::pass);
        server.start();
        return time;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/");
        var job = timer(path[1], path[2]);
        if (job != null) {
            management.executeJob(job.getId());
        }
        exchange.sendResponseHeaders(job == null ? 404 : 204, -1);
        exchange.close();
    }

    private @Nullable Job timer(String businessKey, String event) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
        return instance == null
                ? null
                : management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(event)
                        .singleResult();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
