package io.baton.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The weights of a book as a table that people edit without reading rules, {@code rules/<name>-weights.csv}: a line of
 * headings, then name, points and meaning. Lines that begin with # are remarks. Refuses, as a whole and with
 * {@link InvalidRules}, a table with a line it cannot read, with a name that stands there twice, or with other names than
 * those that the rules are marked with.
 */
record WeightTable(List<Weight> weights) {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]{0,39}");
    private static final Pattern POINTS = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?|1000");

    static final WeightTable NONE = new WeightTable(List.of());

    WeightTable {
        weights = List.copyOf(weights);
    }

    static WeightTable parse(String book, String csv, Set<String> marked) {
        var errors = new ArrayList<String>();
        var weights = new ArrayList<Weight>();
        var names = new HashSet<String>();
        int number = 0;
        boolean headed = false;
        for (var line : csv.lines().toList()) {
            number++;
            if (isRemark(line)) {
                continue;
            }
            if (headed) {
                read(number, line, weights, names, errors);
            }
            headed = true;
        }
        missing(marked, names).forEach(name -> errors.add("no line for the weight " + name));
        missing(names, marked).forEach(name -> errors.add("no rule gives the weight " + name));
        if (!errors.isEmpty()) {
            throw InvalidRules.ofTable(book, errors);
        }
        return new WeightTable(weights);
    }

    private static void read(int number, String line, List<Weight> weights, Set<String> names, List<String> errors) {
        var cells = line.split(",", 3);
        var name = cell(cells, 0);
        var points = cell(cells, 1);
        if (!NAME.matcher(name).matches()) {
            errors.add("line " + number + ": a name is expected, not '" + name + "'");
        } else if (!POINTS.matcher(points).matches()) {
            errors.add("line " + number + ": points from 0 to 1000 are expected, not '" + points + "'");
        } else if (!names.add(name)) {
            errors.add("line " + number + ": " + name + " stands there twice");
        } else {
            weights.add(new Weight(name, Double.parseDouble(points)));
        }
    }

    /** Spreadsheets quote cells, pad rows with commas and begin files with a mark of the encoding. */
    private static boolean isRemark(String line) {
        var text = cell(line.split(",", -1), 0);
        return text.startsWith("#") || line.replaceAll("[,\"\\s]", "").isEmpty();
    }

    private static String cell(String[] cells, int index) {
        return index < cells.length ? cells[index].replaceAll("[\"\\uFEFF]", "").strip() : "";
    }

    private static Set<String> missing(Set<String> wanted, Set<String> there) {
        return wanted.stream().filter(name -> !there.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    }
}
