/**
 * Results for people to look at: plain tables, JSON, and pages made by the templates of src/main/jte. Uses everything below
 * the command line; knows no console. Start at {@link framing.report.EvaluationText} for tables and at {@link
 * framing.report.ScoringReport} for pages.
 */
@NullMarked
package framing.report;

import org.jspecify.annotations.NullMarked;
