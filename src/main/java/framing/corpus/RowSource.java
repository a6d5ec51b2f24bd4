package framing.corpus;

import java.io.Closeable;
import java.util.Iterator;

/** A stream of rows, read as it is asked for. Whoever opens one closes it. Not for sharing between threads. */
public interface RowSource<T> extends Iterator<Row<T>>, Closeable {}
