package framing.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private final Parameters parameters = Parameters.builder()
            .matrix("dense.weight", 2, 3, new float[] {1, 2, 3, 4, 5, 6})
            .vector("dense.bias", new float[] {7, 8, 9})
            .build();

    @Test
    void tensors_come_back_by_name_in_the_order_given() {
        assertThat(parameters.names()).containsExactly("dense.weight", "dense.bias");
        assertThat(parameters.get("dense.bias")).containsExactly(7, 8, 9);
        assertThat(parameters.rows("dense.weight")).isEqualTo(2);
        assertThat(parameters.columns("dense.weight")).isEqualTo(3);
        assertThat(parameters.size()).isEqualTo(9);
    }

    @Test
    void nd4j_sees_the_same_memory() {
        parameters.tensor("dense.weight").putScalar(1, 0, 40);
        parameters.set("dense.bias", new float[] {70, 80, 90});

        assertThat(parameters.get("dense.weight")).containsExactly(1, 2, 3, 40, 5, 6);
        assertThat(parameters.tensor("dense.bias").getFloat(0, 2)).isEqualTo(90);
    }

    @Test
    void the_mean_of_several_is_that_of_each_number() {
        Parameters other = parameters.zeros();
        other.set("dense.bias", new float[] {1, 2, 3});

        Parameters mean = Parameters.mean(List.of(parameters, other));

        assertThat(mean.get("dense.bias")).containsExactly(4, 5, 6);
        assertThat(mean.get("dense.weight")).containsExactly(.5f, 1, 1.5f, 2, 2.5f, 3);
        assertThat(parameters.get("dense.bias")).containsExactly(7, 8, 9);
    }

    @Test
    void a_copy_keeps_what_it_copied() {
        Parameters copy = parameters.copy();
        parameters.set("dense.bias", new float[3]);

        assertThat(copy.get("dense.bias")).containsExactly(7, 8, 9);
        assertThat(copy.zeros().get("dense.weight")).containsOnly(0);
    }

    @Test
    void wrong_sizes_and_names_are_refused() {
        assertThatThrownBy(() -> parameters.set("dense.bias", new float[2]))
                .hasMessage("dense.bias has 3 numbers, but 2 were given");
        assertThatThrownBy(() -> parameters.get("bias")).hasMessageContaining("no tensor \"bias\"");
        assertThatThrownBy(() -> Parameters.builder().matrix("w", 2, 2, new float[3]))
                .hasMessage("w is 2 x 2, but has 3 numbers");
        assertThatThrownBy(() -> Parameters.builder().vector("w", new float[1]).vector("w", new float[1]))
                .hasMessage("w was given twice");
    }

    @Test
    void parameters_of_other_tensors_cannot_be_taken_over() {
        Parameters others =
                Parameters.builder().vector("dense.bias", new float[3]).build();
        assertThatThrownBy(() -> parameters.assign(others)).hasMessageContaining("the tensors differ");
    }
}
