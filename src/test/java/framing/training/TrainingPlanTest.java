package framing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {
    private static TrainingPlan plan(double development, double test, int folds, int threads) {
        return new TrainingPlan(
                "m",
                Optional.empty(),
                new TrainingPlan.Splitting(development, test, folds),
                1,
                "",
                FrozenSettings.DEFAULT,
                TunedSettings.DEFAULT,
                new TrainingPlan.Resources(threads, Path.of("cache")));
    }

    @Test
    void shares_must_leave_room_for_training() {
        assertThat(plan(0.1, 0.1, 0, 1).splitting().testShare()).isEqualTo(0.1);
        for (double share : new double[] {0, -0.1, 0.9, 1, Double.NaN}) {
            assertThatThrownBy(() -> plan(0.1, share, 0, 1)).hasMessageContaining("leave room for training");
        }
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
