package io.baton.development;

import io.baton.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole of Baton for a benchmark, on services of its own; its engine runs no job, so that nothing else is measured. */
public final class MeasuredBaton implements AutoCloseable {

    private static final String KEYCLOAK = "baton.keycloak.home";

    private final ConfigurableApplicationContext context;

    private MeasuredBaton(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static MeasuredBaton start() {
        return new MeasuredBaton(new SpringApplicationBuilder(Application.class)
                .profiles("demo")
                .initializers(new BatonContext())
                .run("--camunda.bpm.job-execution.enabled=false"));
    }

    /** Measures a benchmark in a JVM with so much heap, such as {@code 2g}, and writes what came out under this name. */
    public static void measure(Class<?> benchmark, String name, String heap) throws IOException, RunnerException {
        var results = Files.createDirectories(Path.of("target/benchmarks")).resolve(name + ".json");
        new Runner(new OptionsBuilder()
                        .include(benchmark.getSimpleName())
                        .jvmArgsAppend("-Xmx" + heap, "-D" + KEYCLOAK + "=" + System.getProperty(KEYCLOAK, ""))
                        .resultFormat(ResultFormatType.JSON)
                        .result(results.toString())
                        .build())
                .run();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String property(String key) {
        return context.getEnvironment().getRequiredProperty(key);
    }

    @Override
    public void close() {
        context.close();
    }
}
