package framing.scoring;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The stories seen so far. An article belongs to the story with which it shares a band of its {@link StorySketch}, the
 * earliest where there are several; else it begins one, which has its id. Every article of a story is thus nearly the same
 * as the first one: stories do not drift. The outcome depends on the order of the articles alone.
 *
 * <p>Takes about 150 bytes a story, and nothing for the other articles of a story. Not for sharing between threads.
 */
final class StoryIndex {
    private static final double FULLEST = 0.75;

    /** A table with open addressing: bands, and for each where its story's id begins, plus one; 0 is a free place. */
    private long[] bands = new long[1 << 12];

    private int[] stories = new int[bands.length];
    private int taken;
    /** The ids of first articles, each with its length before it. */
    private byte[] ids = new byte[1 << 12];

    private int idBytes;

    /** The id of the article's story. */
    String storyOf(String articleId, StorySketch sketch) {
        int story = 0;
        for (long band : sketch.bands()) {
            int found = stories[place(band)];
            if (found != 0 && (story == 0 || found < story)) {
                story = found;
            }
        }
        if (story != 0) {
            return id(story);
        }
        if (sketch.bands().length > 0) {
            add(articleId, sketch);
        }
        return articleId;
    }

    private void add(String articleId, StorySketch sketch) {
        byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
        int story = idBytes + 1;
        int end = Math.addExact(idBytes + Integer.BYTES, id.length);
        if (end > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(end, (int) Math.min(2L * ids.length, Integer.MAX_VALUE - 8)));
        }
        for (int i = 0; i < Integer.BYTES; i++) {
            ids[idBytes + i] = (byte) (id.length >>> (Byte.SIZE * i));
        }
        System.arraycopy(id, 0, ids, idBytes + Integer.BYTES, id.length);
        idBytes = end;
        for (long band : sketch.bands()) {
            put(band, story);
        }
    }

    private String id(int story) {
        int at = story - 1;
        int length = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            length |= (ids[at + i] & 0xFF) << (Byte.SIZE * i);
        }
        return new String(ids, at + Integer.BYTES, length, StandardCharsets.UTF_8);
    }

    private void put(long band, int story) {
        if (taken > FULLEST * bands.length) {
            grow();
        }
        int place = place(band);
        bands[place] = band;
        stories[place] = story;
        taken++;
    }

    private void grow() {
        long[] oldBands = bands;
        int[] oldStories = stories;
        bands = new long[2 * oldBands.length];
        stories = new int[bands.length];
        for (int i = 0; i < oldBands.length; i++) {
            if (oldStories[i] != 0) {
                int place = place(oldBands[i]);
                bands[place] = oldBands[i];
                stories[place] = oldStories[i];
            }
        }
    }

    /** Where the band stands, or the free place where it would. */
    private int place(long band) {
        int place = (int) band & (bands.length - 1); // a band is a hash already
        while (stories[place] != 0 && bands[place] != band) {
            place = (place + 1) & (bands.length - 1);
        }
        return place;
    }
}
