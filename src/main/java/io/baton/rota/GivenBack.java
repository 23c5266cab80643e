package io.baton.rota;

import java.util.List;

/**
 * What a withdrawn leave gave back to the rota.
 *
 * @param restored the shifts that are worked again
 * @param filledBy agents who had been given the same place meanwhile and keep it
 */
public record GivenBack(List<Assignment> restored, List<String> filledBy) {

    public GivenBack {
        restored = List.copyOf(restored);
        filledBy = List.copyOf(filledBy);
    }
}
