package framing.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Twelve invented articles of five units each, coded for voice and loaded, as a table of annotations. */
public final class InventedArticles {
    private static final String[] TOWNS = {
        "Arvel", "Bostra", "Corvan", "Delmar", "Estova", "Farrow", "Gildan", "Harsk", "Istren", "Jorva", "Kestel",
        "Lorim"
    };
    private static final String[] THINGS = {
        "bridge", "depot", "school", "market", "harbour", "mill", "clinic", "station", "quarry", "ferry", "tower",
        "road"
    };

    private InventedArticles() {}

    /** Writes the table, the units of each article in order. */
    public static Path write(Path file) throws IOException {
        StringBuilder csv = new StringBuilder("doc_id,seq,role,text,voice,loaded\n");
        for (int i = 0; i < TOWNS.length; i++) {
            String town = TOWNS[i];
            String thing = THINGS[i];
            row(csv, i, 0, "headline", "Fire closes the " + thing + " in " + town, "outlet", "no");
            row(
                    csv,
                    i,
                    1,
                    "body",
                    "The ministry said that the " + thing + " of " + town + " would reopen.",
                    "official",
                    "no");
            row(csv, i, 2, "body", "The rebels claimed that they had burned the " + thing + ".", "rebel", "no");
            row(csv, i, 3, "body", "The so-called brigade boasted again of its heroic " + thing + ".", "rebel", "yes");
            row(csv, i, 4, "body", town + " has one " + thing + " and two bakeries.", "outlet", i % 2 == 0 ? "no" : "");
        }
        return Files.writeString(file, csv);
    }

    private static void row(
            StringBuilder csv, int article, int place, String role, String text, String voice, String loaded) {
        csv.append("art-")
                .append(article)
                .append(',')
                .append(place)
                .append(',')
                .append(role)
                .append(',');
        csv.append(text).append(',').append(voice).append(',').append(loaded).append('\n');
    }
}
