package io.baton.load;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** A distribution in milliseconds. */
record Latency(long count, double p50, double p99, double p999, double max) {

    static Latency of(Histogram micros) {
        return new Latency(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getValueAtPercentile(99.9) / 1e3,
                micros.getMaxValue() / 1e3);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.2f · p99 %.2f · p99.9 %.2f · max %.1f ms", p50, p99, p999, max);
    }
}
