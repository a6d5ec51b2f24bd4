package framing.corpus;

/** Stub. */
public final class EnglishCheck {
    private EnglishCheck() {}

    public static boolean likelyEnglish(String text) {
        return !text.isEmpty();
    }
}
