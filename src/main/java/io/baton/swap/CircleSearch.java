package io.baton.swap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.YenShortestPathIterator;
import org.jgrapht.graph.DefaultDirectedWeightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;

/**
 * Finds the best circles of 2 to {@value #MOST_PEOPLE} people through the one who asks: fewest people first, then those who
 * swapped least lately and whose shifts are of the same length.
 *
 * <p>The asker is drawn as a source and as a sink; a circle is a path between the two, and Yen's algorithm (J. Y. Yen, 1971)
 * yields the paths from the cheapest on. A step costs 1 and less than a tenth besides, so a path of fewer people is always
 * cheaper. Rules are dear and most wishes are no part of a short circle, so the search goes from two people upwards, each
 * time asks the rules only about links that can be part of a circle of so many, and ends when it has enough. It asks from
 * both ends inwards: what is refused beside the asker is not asked about farther away.
 */
final class CircleSearch {

    static final int MOST_PEOPLE = 5;

    /** The most links that are looked at for one number of people; those of people who swapped least come first. */
    private static final int MOST_LINKS = 5_000;

    /** The most paths that are looked at; only one in which a person has two parts is looked at in vain. */
    private static final int MOST_PATHS = 1_000;

    private static final int SINK = -1;
    private static final double SHARE = 0.1;
    private static final double FAIRNESS = 0.7;
    private static final double HALF_A_DAY = 12.0 * 60;

    /** Somebody who would take what somebody else gives. */
    record Link(SwapOffer taker, SwapOffer giver) {

        /** Of what the search ranks by, the part of this step. */
        double cost() {
            double fairness = 1 - 1.0 / (1 + taker.swaps());
            double longer = giver.gives()
                    .during()
                    .duration()
                    .minus(taker.gives().during().duration())
                    .abs()
                    .toMinutes();
            double hours = Math.min(1, longer / HALF_A_DAY);
            return 1 + SHARE * (FAIRNESS * fairness + (1 - FAIRNESS) * hours);
        }
    }

    /** Says which of these links the rules allow. */
    interface Judge {
        BitSet allowed(List<Link> links);
    }

    private record Step(int taker, int giver) {}

    private final WishGraph wishes;
    private final Judge judge;
    private final Map<Step, Boolean> judged = new HashMap<>();

    /** @param others in the order in which they are looked at when there are too many; none of them is the asker's */
    CircleSearch(SwapOffer asker, List<SwapOffer> others, Judge judge) {
        this.wishes =
                new WishGraph(Stream.concat(Stream.of(asker), others.stream()).toList());
        this.judge = judge;
    }

    /** The best circles, at most this many, best first. */
    List<Circle> best(int wanted) {
        List<Circle> found = List.of();
        for (int people = 2; people <= MOST_PEOPLE && found.size() < wanted; people++) {
            List<Step> steps = List.of();
            for (int far = 0; far <= (people - 1) / 2; far++) {
                steps = steps(people, far);
                judge(steps);
            }
            found = circles(steps.stream().filter(this::isAllowed).toList(), people, wanted);
        }
        return found;
    }

    /** Those that can be part of a circle of so many people, as far as anybody knows by now, and this near to the asker. */
    private List<Step> steps(int people, int far) {
        var from = wishes.stepsFromAsker(this::isPossible, people - 1);
        var to = wishes.stepsToAsker(this::isPossible, people - 1);
        return IntStream.range(0, wishes.size())
                .filter(taker -> from[taker] < people)
                .boxed()
                .flatMap(taker -> wishes.givers(taker)
                        .filter(giver -> from[taker] + 1 + to[giver] <= people)
                        .filter(giver -> Math.min(from[taker], to[giver]) <= far)
                        .map(giver -> new Step(taker, giver)))
                .filter(step -> isPossible(step.taker(), step.giver()))
                .limit(MOST_LINKS)
                .toList();
    }

    private void judge(List<Step> steps) {
        var unknown = steps.stream().filter(step -> !judged.containsKey(step)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        var allowed = judge.allowed(unknown.stream().map(this::link).toList());
        for (int i = 0; i < unknown.size(); i++) {
            judged.put(unknown.get(i), allowed.get(i));
        }
    }

    private boolean isPossible(int taker, int giver) {
        return judged.getOrDefault(new Step(taker, giver), true);
    }

    private boolean isAllowed(Step step) {
        return judged.getOrDefault(step, false);
    }

    private Link link(Step step) {
        return new Link(wishes.offer(step.taker()), wishes.offer(step.giver()));
    }

    private List<Circle> circles(List<Step> steps, int people, int wanted) {
        var paths = new YenShortestPathIterator<>(graph(steps), WishGraph.ASKER, SINK);
        List<Circle> found = new ArrayList<>();
        for (int i = 0; i < MOST_PATHS && found.size() < wanted && paths.hasNext(); i++) {
            var path = paths.next();
            if (path.getLength() > people) {
                break;
            }
            var circle = circle(path);
            if (isOfDistinctPeople(circle)) {
                found.add(circle);
            }
        }
        return found;
    }

    private Graph<Integer, DefaultWeightedEdge> graph(List<Step> steps) {
        var graph = new DefaultDirectedWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        graph.addVertex(WishGraph.ASKER);
        graph.addVertex(SINK);
        for (var step : steps) {
            int giver = step.giver() == WishGraph.ASKER ? SINK : step.giver();
            graph.addVertex(step.taker());
            graph.addVertex(giver);
            graph.setEdgeWeight(graph.addEdge(step.taker(), giver), link(step).cost());
        }
        return graph;
    }

    private Circle circle(GraphPath<Integer, DefaultWeightedEdge> path) {
        var offers = path.getVertexList().stream()
                .limit(path.getLength())
                .map(wishes::offer)
                .toList();
        return new Circle(offers, path.getWeight());
    }

    private static boolean isOfDistinctPeople(Circle circle) {
        var people = circle.offers().stream().map(offer -> offer.agent().id()).collect(Collectors.toSet());
        return people.size() == circle.offers().size();
    }
}
