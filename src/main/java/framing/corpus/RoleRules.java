package framing.corpus;

import java.util.regex.Pattern;

/**
 * The role of a paragraph or sentence by its wording: what outlets write around an article rather than in it. Written
 * for English news pages; a text that matches nothing is body.
 */
final class RoleRules {
    /** Longer paragraphs are prose, whatever they begin with. */
    private static final int LONGEST = 400;

    private static final int LONGEST_SUBHEAD = 80;
    private static final int MOST_WORDS_IN_SUBHEAD = 12;

    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\.?";
    private static final String NAME = "\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:\\p{Lu}[\\p{L}.'’-]*|al|bin|de|van|von|el)){0,4}";

    private static final Pattern CREDITS = ignoringCase(
            "[(\\[]\\s*(?:additional )?CREDIT by\\b.*[)\\]]\\.?",
            "(?:additional )?CREDIT by\\b.*;.*",
            "(?:additional )?CREDIT by\\b[^.]*");
    /** What may also end a paragraph of prose. */
    private static final Pattern INVITATION = ignoringCase(
            "(?:also )?read (?:more|also|next|our|the full)\\b.*",
            "(?:see also|also read|related)\\s*[:|].*",
            "(?:sign up|subscribe) (?:for|to|here|now|today|and)\\b.*",
            "share (?:this|on|via)\\b.*",
            "follow (?:us|@|our|[\\p{L} ]{2,40} on (?:x|twitter|facebook|instagram|telegram))\\b.*",
            "(?:click|tap) (?:here|on|to)\\b.*",
            "(?:copyright\\b|©).*",
            ".{0,80}\\ball rights reserved\\.?");

    private static final Pattern FURNITURE = ignoringCase(
            "(?:related|recommended|trending|top stories|latest news|share|subscribe|home|menu|search|print|e-?mail|save"
                    + "|comments?|close|next|previous|log ?in|sign in|register)",
            "(?:related (?:articles?|stories|coverage|content|news|topics|links?)|recommended (?:for you|stories)"
                    + "|you (?:may|might) also like|most (?:read|popular|viewed)|editors?['’]? picks?|don['’]t miss"
                    + "|what to read next|trending now)\\s*(?:[:|–—-].*)?",
            "more (?:stories|news|coverage|from|on)\\b[^.?!]*",
            "(?:watch|listen|explainer|in pictures|live|podcast|gallery)\\s*[:|].*",
            "(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|source|via)\\s*:.*",
            "(?:advertisement|advert|sponsored(?: content)?|paid content|promoted)\\b[^.?!]{0,40}\\.?",
            "(?:story|article) continues (?:below|after)\\b.*",
            "(?:skip|back) to (?:content|main content|navigation|top).*",
            "(?:load|show|view) (?:more|all|comments).*|leave a (?:comment|reply).*",
            "(?:join|download|get) (?:our|the)\\b.*\\b(?:newsletter|channel|app|inbox|alerts)\\b.*",
            "(?:last |first )?(?:updated|published|posted|modified)\\b[^.]{0,20}\\d[^.]{0,60}",
            "this (?:article|story|report) (?:was|has been|is) (?:first |originally )?(?:published|updated|corrected)\\b.*",
            "(?:we use|this (?:web)?site uses) cookies\\b.*",
            "\\d+[- ]min(?:ute)?s? read",
            "https?://\\S+|\\S+@\\S+\\.\\S+|@\\w+|(?:#\\w+[\\s,]*)+",
            "(?:\\p{L}+day,? )?(?:\\d{1,2} MONTH|MONTH \\d{1,2}),? \\d{4}.{0,25}",
            "\\W*(?:ends?|more to (?:follow|come)|30)\\W*",
            "[^\\p{L}\\p{N}]*",
            "[^.?!|›»>•·]{1,60}(?:\\s[|›»>•·]\\s[^.?!|›»>•·]{1,60}){2,}");
    private static final Pattern BYLINE = Pattern.compile("(?:By|BY|by):?\\s+" + NAME + "(?:\\s*(?:,|\\band\\b|&)\\s*"
            + NAME + ")*" + "(?:\\s*[,|–—-]\\s*[^.?!]{0,60}|\\s+in\\s+" + NAME + ")?");
    /** A place in capitals with an agency, a date or a dash, and nothing after it. */
    private static final Pattern DATELINE = Pattern.compile("\\p{Lu}[\\p{Lu} .'’-]+(?:,\\s*\\p{Lu}[\\p{L}. ]+?)?"
            + "(?:,\\s*(?i:" + MONTH + " \\d{1,2}|\\d{1,2} " + MONTH
            + ")(?:, \\d{4})?\\s*(?:\\([^)]{2,30}\\))?\\s*[-–—:]?"
            + "|\\s*\\([^)]{2,30}\\)\\s*[-–—:]?|\\s*[-–—])");

    private static final Pattern CAPTION_ALONE = ignoringCase(
            "[(\\[]\\s*(?:file )?(?:photo|image|picture|video|credit)s?\\b[^)\\]]*[)\\]]\\.?",
            "(?:photo |image |picture )?credit\\s*:.*");
    private static final Pattern CAPTION = ignoringCase(
            "(?:file |handout |undated )?(?:photo|photograph|image|picture|video|graphic|map|caption|chart|infographic)s?"
                    + "\\s*(?:credit|by|courtesy(?: of)?)?\\s*[:|–—].*",
            "file (?:photo|image|picture)\\b.*",
            "(?:image|photo|picture|video) (?:caption|source)\\b.*",
            "(?:photo|photograph|image|picture)s? (?:by|courtesy)\\b.*",
            ".*[(\\[](?:file )?(?:photo|image|picture|credit|source|video)s?\\s*[:/–—-][^)\\]]*[)\\]]\\.?",
            ".*\\[[^\\]/]{2,60}/[^\\]]{2,40}\\]\\.?",
            ".*\\((?:AP|AFP|EPA|Reuters)(?: photo)?/[^)]+\\)\\.?",
            ".*\\b(?-i:REUTERS|AFP|AP|EPA)/\\p{L}[\\p{L}'’-]*(?: [\\p{L}'’-]+){0,3}",
            ".*[/(]\\s?Getty Images\\)?\\.?");

    private RoleRules() {}

    private static Pattern ignoringCase(String... alternatives) {
        String all = String.join("|", alternatives)
                .replace(
                        "CREDIT",
                        "(?:reporting|writing|editing|compiled|translated|edited|written|reported|photography|graphics?)"
                                + "(?: and (?:reporting|writing|editing))*")
                .replace("MONTH", MONTH);
        return Pattern.compile(all, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** The role of a paragraph that is all of one role: caption, boilerplate, or body where it is neither. */
    static Role ofParagraph(String paragraph) {
        if (paragraph.length() > LONGEST) {
            return Role.BODY;
        }
        if (matches(CAPTION, paragraph) || matches(CAPTION_ALONE, paragraph)) {
            return Role.CAPTION;
        }
        boolean around = matches(CREDITS, paragraph)
                || matches(INVITATION, paragraph)
                || matches(FURNITURE, paragraph)
                || matches(BYLINE, paragraph)
                || matches(DATELINE, paragraph);
        return around ? Role.BOILERPLATE : Role.BODY;
    }

    /** The role of a sentence among others in a paragraph of prose, whose last may be a credit or an invitation. */
    static Role ofSentence(String sentence) {
        if (sentence.length() > LONGEST) {
            return Role.BODY;
        }
        if (matches(CAPTION_ALONE, sentence)) {
            return Role.CAPTION;
        }
        return matches(CREDITS, sentence) || matches(INVITATION, sentence) ? Role.BOILERPLATE : Role.BODY;
    }

    /** Whether a line may head the paragraphs after it: short, capitalised, without closing punctuation. */
    static boolean maySubhead(String line) {
        int first = line.codePointAt(0);
        return line.length() <= LONGEST_SUBHEAD
                && line.split("\\s+", -1).length <= MOST_WORDS_IN_SUBHEAD
                && (Character.isUpperCase(first) || Character.isDigit(first) || "\"'“‘".indexOf(first) >= 0)
                && ".?!:;,…".indexOf(line.charAt(line.length() - 1)) < 0
                && !isProse(line);
    }

    /** Whether a paragraph is running text: it closes like a sentence, or is too long for anything else. */
    static boolean isProse(String paragraph) {
        int end = paragraph.length();
        while (end > 0 && "\"'”’»)]".indexOf(paragraph.charAt(end - 1)) >= 0) {
            end--;
        }
        return paragraph.length() > LONGEST_SUBHEAD || (end > 0 && ".?!…".indexOf(paragraph.charAt(end - 1)) >= 0);
    }

    private static boolean matches(Pattern pattern, String text) {
        return pattern.matcher(text).matches();
    }
}
