package framing.codebook;

/** Leaves a row of annotations aside. Its message is the reason, for the person who mends the table. */
final class UnusableRow extends RuntimeException {
    UnusableRow(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
