"""Runs notebooks from top to bottom, without a browser; notebooks/run.sh prepares what it needs and calls it."""

import argparse
import atexit
import copy
import re
import sys
import time
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

KERNEL = "framing-java"
STARTS = 5  # the kernel hangs at start-up now and then
START_SECONDS = 20
CELL_SECONDS = 300


def without_results(notebook):
    """A copy of the notebook in which no cell has run."""
    fresh = copy.deepcopy(notebook)
    for cell in fresh.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    return fresh


def run(notebook, folder, log):
    """Runs the notebook's cells in a fresh kernel, whose working folder is the notebook's; starts again if it hangs."""
    for attempt in range(1, STARTS + 1):
        client = NotebookClient(
            without_results(notebook),
            kernel_name=KERNEL,
            startup_timeout=START_SECONDS,
            timeout=CELL_SECONDS,
            record_timing=False,
            resources={"metadata": {"path": str(folder)}},
        )
        try:
            client.execute(stdout=log, stderr=log)
            return client.nb, None
        except (CellExecutionError, CellTimeoutError) as error:
            return client.nb, error
        except (RuntimeError, DeadKernelError) as error:
            atexit.unregister(client._cleanup_kernel)  # it would complain that there is no kernel left to stop
            started = any(cell.get("execution_count") for cell in client.nb.cells)
            if started or attempt == STARTS:
                return client.nb, error
            print(f"  the kernel did not start, trying again ({attempt} of {STARTS})", file=sys.stderr, flush=True)


def place(notebook):
    """Which cell was the last to run, counted from 1 among all cells."""
    ran = [i for i, cell in enumerate(notebook.cells, 1) if cell.get("execution_count")]
    return f"in cell {ran[-1]}" if ran else "before the first cell"


def tidy(executed, original):
    """The executed notebook with the original's metadata, and with each run of printed pieces joined into one."""
    executed.metadata = original.metadata
    for cell in executed.cells:
        outputs = []
        for output in cell.get("outputs", []):
            previous = outputs[-1] if outputs else {}
            if output.output_type == "stream" and output.name == previous.get("name"):
                previous["text"] += output.text
            else:
                outputs.append(output)
        if cell.cell_type == "code":
            cell.outputs = outputs
    return executed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True, help="folder for the notebooks with their results")
    parser.add_argument("--write", action="store_true", help="also write the results into the notebooks themselves")
    parser.add_argument("notebooks", type=Path, nargs="+")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)

    failed = 0
    for path in arguments.notebooks:
        began = time.monotonic()
        original = nbformat.read(path, as_version=4)
        with open(arguments.output / f"{path.stem}.log", "w", encoding="utf-8") as log:
            try:
                executed, error = run(original, path.parent.resolve(), log)
            except NoSuchKernel:
                sys.exit(f"No kernel {KERNEL}: start this program by notebooks/run.sh.")
        nbformat.write(tidy(executed, original), arguments.output / path.name)
        seconds = time.monotonic() - began
        if error is None:
            if arguments.write:
                nbformat.write(executed, path)
            print(f"{path.name}: ran in {seconds:.0f} s", flush=True)
        else:
            failed += 1
            print(f"{path.name}: FAILED after {seconds:.0f} s, {place(executed)}", flush=True)
            print(re.sub(r"\x1b\[[0-9;]*m", "", str(error)).strip(), file=sys.stderr, flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
