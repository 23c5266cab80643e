package io.baton.load;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A small drawing of a course: lines over time on a logarithmic or a plain scale, with marks where something happened. */
final class Plot {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 220;
    private static final int LEFT = 60;
    private static final int BOTTOM = 24;
    private static final int TOP = 16;

    private final Report.Course course;
    private final String unit;
    private final boolean logarithmic;
    private final List<Line> lines;

    /** What is drawn, in which colour. */
    record Line(String title, String colour, ToDoubleFunction<Meter.Second> value) {}

    Plot(Report.Course course, String unit, boolean logarithmic, List<Line> lines) {
        this.course = course;
        this.unit = unit;
        this.logarithmic = logarithmic;
        this.lines = lines;
    }

    static Plot latency(Report.Course course) {
        return new Plot(
                course,
                "ms",
                true,
                List.of(
                        new Line("p50", "#2a7", Meter.Second::p50),
                        new Line("p99", "#c80", Meter.Second::p99),
                        new Line("max", "#c33", Meter.Second::max)));
    }

    static Plot rate(Report.Course course) {
        return new Plot(course, "messages/s", false, List.of(new Line("delivered", "#36c", Meter.Second::messages)));
    }

    String svg() {
        var svg = new StringBuilder(format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title>", WIDTH, HEIGHT, escape(course.title())));
        grid(svg);
        course.marks().forEach(mark -> mark(svg, mark));
        for (var at = 0; at < lines.size(); at++) {
            line(svg, lines.get(at), at);
        }
        return svg.append("</svg>").toString();
    }

    private void grid(StringBuilder svg) {
        for (var step = 0; step <= 4; step++) {
            var y = TOP + step * (HEIGHT - TOP - BOTTOM) / 4.0;
            svg.append(
                    format("<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#ddd\"/>", LEFT, y, WIDTH, y));
            svg.append(format(
                    "<text x=\"2\" y=\"%.1f\">%.4g %s</text>", y + 4, valueAt(1 - step / 4.0), step == 0 ? unit : ""));
        }
        svg.append(format("<text x=\"%d\" y=\"%d\">0 s</text>", LEFT, HEIGHT - 6));
        svg.append(format("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.0f s</text>", WIDTH, HEIGHT - 6, end()));
    }

    private void mark(StringBuilder svg, Meter.Mark mark) {
        svg.append(format(
                "<g><line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#888\" stroke-dasharray=\"3\"/>"
                        + "<text x=\"%.1f\" y=\"%d\">%s</text></g>",
                x(mark.at()), TOP, x(mark.at()), HEIGHT - BOTTOM, x(mark.at()) + 3, TOP + 10, escape(mark.what())));
    }

    private void line(StringBuilder svg, Line line, int number) {
        svg.append(format("<polyline fill=\"none\" stroke=\"%s\" points=\"", line.colour()));
        for (var second : course.seconds()) {
            if (second.messages() > 0 || !logarithmic) {
                svg.append(format("%.1f,%.1f ", x(second.at()), y(line.value().applyAsDouble(second))));
            }
        }
        svg.append(format(
                "\"/><text x=\"%d\" y=\"12\" fill=\"%s\">%s</text>",
                LEFT + 90 * number, line.colour(), escape(line.title())));
    }

    private double x(double seconds) {
        return LEFT + (WIDTH - LEFT) * seconds / end();
    }

    private double y(double value) {
        var share = logarithmic
                ? (Math.log10(Math.max(value, lowest())) - Math.log10(lowest()))
                        / (Math.log10(highest()) - Math.log10(lowest()))
                : value / highest();
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    private double valueAt(double share) {
        return logarithmic ? lowest() * Math.pow(highest() / lowest(), share) : highest() * share;
    }

    private double end() {
        return Math.max(
                1, course.seconds().stream().mapToDouble(Meter.Second::at).max().orElse(1));
    }

    private double highest() {
        return Math.max(
                1,
                lines.stream()
                        .flatMapToDouble(line -> course.seconds().stream().mapToDouble(line.value()))
                        .max()
                        .orElse(1));
    }

    private static double lowest() {
        return 0.1;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
