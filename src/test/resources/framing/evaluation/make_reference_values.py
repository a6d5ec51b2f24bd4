"""Makes outcomes.csv, codings.csv and expected.csv, which stand beside this script.

The data are invented. The expected values come from scikit-learn where it has the measure, and otherwise from numpy
code that follows the printed definitions step by step and shares nothing with the Java code. Made with Python 3.11,
numpy 2.4.6 and scikit-learn 1.9.1:

    python make_reference_values.py
"""

import csv
from pathlib import Path

import numpy as np
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, log_loss, precision_recall_fscore_support

HERE = Path(__file__).parent
LABELS = ["official", "claim", "outlet", "witness", "other"]  # witness is only ever predicted, other occurs nowhere
UNITS, DOCUMENTS, BINS, RESAMPLES = 60, 9, 15, 20_000


def invent_outcomes(random):
    """Rows of document, actual, also acceptable (or ""), and five probabilities that sum to one in ten-thousandths."""
    rows = []
    for unit in range(UNITS):
        document = f"d{unit * unit // 400 + 1}"  # nine documents of unequal length
        actual = int(random.choice(3, p=[0.5, 0.3, 0.2]))
        logits = random.normal(0, 1.2, 5)
        logits[actual] += 2.0
        logits[3] += 0.6 if unit % 7 == 0 else -0.5
        logits[4] -= 3.0
        parts = np.floor(10_000 * np.exp(logits) / np.exp(logits).sum()).astype(int)
        parts[int(parts.argmax())] += 10_000 - parts.sum()
        ordered = sorted(parts)
        assert ordered[-1] > ordered[-2], "ties would test the order of labels, not the measures"
        assert (ordered[-1] * BINS) % 10_000 != 0, "a confidence on the edge of a bin would test rounding"
        also = (actual + 1) % 3 if unit % 6 == 0 else ""
        rows.append([document, actual, also] + [f"{part / 10_000:.4f}" for part in parts])
    return rows


def invent_codings(random):
    """Rows of document and the labels of four coders, some of them missing."""
    rows = []
    for unit in range(UNITS):
        document = f"d{unit * unit // 400 + 1}"
        true = int(random.choice(4, p=[0.4, 0.3, 0.2, 0.1]))
        codes = [true if random.random() < 0.75 else int(random.integers(4)) for _ in range(4)]
        rows.append([document] + ["" if random.random() < 0.3 else code for code in codes])
    return rows


def alpha(units):
    """Krippendorff's alpha by way of the full coincidence matrix (Krippendorff 2011); also observed agreement."""
    values = sorted({code for unit in units for code in unit})
    coincidences = np.zeros((len(values), len(values)))
    for unit in units:
        if len(unit) < 2:
            continue
        for i, first in enumerate(unit):
            for j, second in enumerate(unit):
                if i != j:
                    coincidences[values.index(first), values.index(second)] += 1 / (len(unit) - 1)
    margins = coincidences.sum(axis=1)
    n = margins.sum()
    different = 1 - np.eye(len(values))
    observed = (coincidences * different).sum() / n
    expected = (np.outer(margins, margins) * different).sum() / (n * (n - 1))
    return (np.nan if expected == 0 else 1 - observed / expected), 1 - observed


def calibration_error(probabilities, actual):
    """Guo et al. 2017, equation 3, with bins (low, high]."""
    confidence, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == actual
    error = 0.0
    for low, high in zip(np.arange(BINS) / BINS, np.arange(1, BINS + 1) / BINS):
        inside = (confidence > low) & (confidence <= high)
        if inside.any():
            error += inside.mean() * abs(right[inside].mean() - confidence[inside].mean())
    return error


def bootstrap(documents, statistic, random):
    """The 2.5th and 97.5th percentile over resampled documents; statistic takes the rows drawn."""
    names = np.unique(documents)
    rows = {name: np.flatnonzero(documents == name) for name in names}
    drawn = [
        statistic(np.concatenate([rows[name] for name in random.choice(names, len(names))])) for _ in range(RESAMPLES)
    ]
    return np.percentile(drawn, [2.5, 97.5])


def fast_macro_f1(actual, predicted):
    """The same as scikit-learn's, which is too slow for 20,000 resamples."""
    scores = []
    for label in np.union1d(actual, predicted):
        right = ((actual == label) & (predicted == label)).sum()
        scores.append(2 * right / ((actual == label).sum() + (predicted == label).sum()))
    return float(np.mean(scores))


def expect_outcomes(rows, random, expected):
    documents = np.array([row[0] for row in rows])
    actual = np.array([row[1] for row in rows])
    probabilities = np.array([[float(cell) for cell in row[3:]] for row in rows])
    predicted = probabilities.argmax(axis=1)
    lenient = np.array([row[2] if row[2] == guess else row[1] for row, guess in zip(rows, predicted)])
    assert (lenient != actual).any(), "a second acceptable label must matter somewhere"

    for kind, truth in ("strict", actual), ("lenient", lenient):
        expected[f"{kind}.accuracy"] = accuracy_score(truth, predicted)
        expected[f"{kind}.macroF1"] = f1_score(truth, predicted, average="macro", zero_division=0)
        scores = precision_recall_fscore_support(truth, predicted, labels=range(5), zero_division=np.nan)
        for name, column in zip(("precision", "recall", "f1", "support"), scores):
            for label, value in zip(LABELS, column):
                expected[f"{kind}.{label}.{name}"] = value
    for i, row in enumerate(confusion_matrix(actual, predicted, labels=range(5))):
        for j, count in enumerate(row):
            expected[f"confusion.{LABELS[i]}.{LABELS[j]}"] = count
    expected["logLoss"] = log_loss(actual, probabilities, labels=range(5))
    expected["expectedCalibrationError"] = calibration_error(probabilities, actual)
    expected["agreement.alpha"], expected["agreement.observed"] = alpha(list(zip(actual, predicted)))

    assert np.isclose(fast_macro_f1(actual, predicted), expected["strict.macroF1"])
    statistics = {
        "strict.accuracy": lambda drawn: (actual[drawn] == predicted[drawn]).mean(),
        "strict.macroF1": lambda drawn: fast_macro_f1(actual[drawn], predicted[drawn]),
        "agreement.alpha": lambda drawn: alpha(list(zip(actual[drawn], predicted[drawn])))[0],
    }
    for name, statistic in statistics.items():
        expected[f"{name}.low"], expected[f"{name}.high"] = bootstrap(documents, statistic, random)


def expect_codings(rows, expected):
    units = [[code for code in row[1:] if code != ""] for row in rows]
    expected["codings.alpha"], expected["codings.observed"] = alpha(units)
    expected["codings.units"] = sum(len(unit) >= 2 for unit in units)
    for index, label in enumerate(LABELS):
        expected[f"codings.{label}.alpha"] = alpha([[code == index for code in unit] for unit in units])[0]


def write(name, header, rows):
    with open(HERE / name, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def main():
    random = np.random.default_rng(20261125)
    outcomes, codings = invent_outcomes(random), invent_codings(random)
    expected = {}
    expect_outcomes(outcomes, random, expected)
    expect_codings(codings, expected)
    write("outcomes.csv", ["document", "actual", "alsoAcceptable", *LABELS], outcomes)
    write("codings.csv", ["document", "first", "second", "third", "fourth"], codings)
    write("expected.csv", ["name", "value"], [[name, f"{value:.12g}"] for name, value in expected.items()])


if __name__ == "__main__":
    main()
