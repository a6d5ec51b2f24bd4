/**
 * The two words that every package needs: how a run tells its story ({@link framing.Progress}) and how it says that the
 * request or the input is at fault ({@link framing.UserFacingException}). Depends on nothing. Start reading at {@link
 * framing.classifier} for the library's front door and at {@code framing.cli} for the program's.
 */
@NullMarked
package framing;

import org.jspecify.annotations.NullMarked;
