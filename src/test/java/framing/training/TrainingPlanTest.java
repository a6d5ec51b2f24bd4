package framing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import framing.UserFacingException;
import framing.codebook.AnnotationReader;
import framing.codebook.AnnotationTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingPlanTest {
    @TempDir
    static Path folder;

    private static TrainingPlan plan(double development, double test, int folds, int threads) {
        return new TrainingPlan(
                "m",
                Optional.empty(),
                new TrainingPlan.Splitting(Optional.of(new TrainingPlan.HeldOut(development, test)), folds),
                1,
                "",
                FrozenSettings.DEFAULT,
                TunedSettings.DEFAULT,
                new TrainingPlan.Resources(threads, Path.of("cache")));
    }

    @Test
    void shares_must_leave_room_for_training() {
        assertThat(plan(0.1, 0.1, 0, 1).splitting().heldOut()).contains(TrainingPlan.HeldOut.TENTHS);
        for (double share : new double[] {0, -0.1, 0.9, 1, Double.NaN}) {
            assertThatThrownBy(() -> plan(0.1, share, 0, 1)).hasMessageContaining("leave room for training");
        }
    }

    @Test
    void a_plan_may_hold_nothing_out() {
        assertThat(plan(0, 0, 0, 1).splitting().heldOut()).contains(TrainingPlan.HeldOut.NOTHING);
    }

    @Test
    void the_tuned_tier_needs_development_units() {
        assertThatThrownBy(
                        () -> plan(0, 0, 0, 1).withTier(TrainingPlan.Tier.TUNED).split(table(20)))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("The tuned tier needs development units, to stop and to calibrate by.");
    }

    private static AnnotationTable table(int units) throws IOException {
        String rows = IntStream.range(0, units)
                .mapToObj(i -> "Text " + i + (i % 2 == 0 ? ",yes\n" : ",no\n"))
                .collect(Collectors.joining());
        Path file = Files.writeString(folder.resolve(units + ".csv"), "text,loaded\n" + rows);
        return AnnotationReader.read(List.of(file), "text", null, List.of("loaded"), Optional.empty());
    }

    @Test
    void few_units_are_all_learned_from_unless_shares_or_the_tuned_tier_are_asked_for() throws IOException {
        TrainingPlan plan = TrainingPlan.of("m", TrainingPlan.Splitting.inFolds(0), folder);

        assertThat(plan.tierFor(table(299))).isEqualTo(TrainingPlan.Tier.FROZEN);
        assertThat(plan.split(table(299)).train()).hasSize(299);
        assertThat(plan.folds(table(299), 5))
                .allSatisfy(fold -> assertThat(fold.development()).isEmpty());
        assertThat(plan.tierFor(table(300))).isEqualTo(TrainingPlan.Tier.TUNED);
        assertThat(plan.split(table(300)).test()).hasSize(30);
        assertThat(plan.withTier(TrainingPlan.Tier.TUNED).split(table(299)).test())
                .hasSize(30);
        assertThat(plan(0.2, 0.3, 0, 1).split(table(100)).test()).hasSize(30);
    }

    @Test
    void one_fold_or_no_thread_is_refused() {
        assertThat(plan(0.1, 0.1, 2, 1).splitting().folds()).isEqualTo(2);
        assertThatThrownBy(() -> plan(0.1, 0.1, 1, 1)).hasMessageContaining("folds");
        assertThatThrownBy(() -> plan(0.1, 0.1, -1, 1)).hasMessageContaining("folds");
        assertThatThrownBy(() -> plan(0.1, 0.1, 0, 0)).hasMessageContaining("threads");
    }

    @Test
    void layers_and_neighbours_that_do_not_exist_are_refused() {
        HeadSettings head = HeadSettings.DEFAULT;
        assertThatThrownBy(() -> new FrozenSettings(List.of(13), 1, head)).hasMessageContaining("layers");
        assertThatThrownBy(() -> new FrozenSettings(List.of(), 1, head)).hasMessageContaining("layers");
        assertThatThrownBy(() -> new FrozenSettings(List.of(2, 2), 1, head)).hasMessageContaining("layers");
        assertThatThrownBy(() -> new FrozenSettings(List.of(2), 4, head)).hasMessageContaining("neighbours");
        assertThatThrownBy(() -> new FrozenSettings(List.of(2), -1, head)).hasMessageContaining("neighbours");
    }

    @Test
    void a_plan_is_left_to_the_number_of_units_until_a_tier_is_chosen() {
        TrainingPlan plan = TrainingPlan.of("m", TrainingPlan.Splitting.inFolds(5), Path.of("cache"));

        assertThat(plan.tier()).isEmpty();
        assertThat(plan.withTier(TrainingPlan.Tier.FROZEN).tier()).contains(TrainingPlan.Tier.FROZEN);
        assertThat(plan.withTier(TrainingPlan.Tier.FROZEN).splitting()).isEqualTo(plan.splitting());
    }
}
