package io.baton.rota.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.rota.ShiftType;
import io.baton.rota.Slot;
import io.baton.sheet.CsvSheet;
import io.baton.sheet.Grid;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, it is a table, or it is refused with a reason; and what was written is read again. */
class SheetFuzzTests {

    private static final Set<String> REASONS = Set.of("bomb", "charset", "columns", "quotes", "rows", "workbook");
    private static final List<String> CODES = List.of("early", "late", "night");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String ODD = "agentId,\";\t\n\r'=+0123456789-early工号姓名\uFEFF\0 ";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void refusesNoiseWithAReason(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            reads(noise);
            var text = new StringBuilder("agentId,2026-11-23\n");
            random.ints(random.nextInt(80), 0, ODD.length()).forEach(at -> text.append(ODD.charAt(at)));
            reads(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void refusesDamagedWorkbooksWithAReason(long seed) {
        var random = new Random(seed);
        var whole = XlsxSheet.write(List.of(List.of("agentId", "2026-11-23"), List.of("kf001", "early")));
        for (int i = 0; i < 100; i++) {
            reads(Arrays.copyOf(whole, random.nextInt(whole.length)));
            var flipped = whole.clone();
            for (int flips = 0; flips < 4; flips++) {
                flipped[4 + random.nextInt(flipped.length - 4)] ^= (byte) (1 << random.nextInt(8));
            }
            reads(flipped);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8, 9})
    void readsAgainWhatItWroteWhateverTheNames(long seed) throws Exception {
        var random = new Random(seed);
        var types = CODES.stream().map(SheetFuzzTests::type).toList();
        var people = new LinkedHashMap<String, String>();
        for (int i = 0; i < 40; i++) {
            people.put("kf" + i, name(random));
        }
        var dates = MONDAY.datesUntil(MONDAY.plusDays(28)).toList();
        var slots = new LinkedHashMap<Slot, String>();
        for (int i = 0; i < 400; i++) {
            var type = types.get(random.nextInt(types.size()));
            slots.put(
                    new Slot("kf" + random.nextInt(40), dates.get(random.nextInt(dates.size())), type.id()),
                    type.code());
        }

        var rows = PlanSheet.write(List.of("工号", "姓名"), people, dates, slots);

        for (var content : List.of(CsvSheet.write(rows), XlsxSheet.write(rows))) {
            var reading = PlanSheet.read(grid(content), people.keySet(), types);
            assertThat(reading.mistakes()).isEmpty();
            assertThat(reading.slots()).containsExactlyInAnyOrderElementsOf(new ArrayList<>(slots.keySet()));
        }
    }

    private static void reads(byte[] content) {
        try {
            var reading = PlanSheet.read(grid(content), Set.of("kf001"), List.of(type("early")));
            assertThat(reading.slots())
                    .allSatisfy(slot -> assertThat(slot.agentId()).isNotNull());
        } catch (Grid.Unreadable refused) {
            assertThat(REASONS).contains(refused.code());
        }
    }

    private static Grid grid(byte[] content) throws Grid.Unreadable {
        return XlsxSheet.is(content) ? XlsxSheet.read(content) : CsvSheet.read(content);
    }

    private static String name(Random random) {
        var name = new StringBuilder("名");
        random.ints(random.nextInt(12), 0, ODD.length() - 2).forEach(at -> name.insert(0, ODD.charAt(at)));
        return name.toString().replace("\0", "").replace("\uFEFF", "");
    }

    private static ShiftType type(String code) {
        return new ShiftType(
                UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                code,
                code,
                code,
                "#000000",
                LocalTime.of(6, 0),
                LocalTime.of(14, 0),
                List.of());
    }
}
