package io.baton.swap;

import java.util.List;
import java.util.stream.IntStream;

/**
 * People who could exchange shifts: each takes what the next one gives, the last one what the first one gives.
 *
 * @param cost what the search ranks it by, see {@link CircleSearch}
 */
record Circle(List<SwapOffer> offers, double cost) {

    Circle {
        offers = List.copyOf(offers);
    }

    SwapForm form() {
        return new SwapForm(
                IntStream.range(0, offers.size())
                        .mapToObj(i -> new SwapForm.Part(
                                offers.get(i).agent().id(),
                                offers.get(i).gives().id(),
                                offers.get((i + 1) % offers.size()).gives().id()))
                        .toList(),
                null);
    }
}
