"""The baseline of ``benchmarks.identities``: Splink (https://moj-analytical-services.github.io/splink/) on DuckDB.

It runs in an environment of its own and imports nothing of the project::

    PYTHON benchmarks/identities_splink.py FOLDER

It reads ``mentions.tsv`` and writes ``splink-THRESHOLD.json``: a cluster for each mention, seconds and megabytes. The
model is trained without labels. Two mentions of one document are never compared, which is what the resolver is given,
too; names, legal forms and sounds are prepared as for the resolver.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import splink.comparison_level_library as levels
import splink.comparison_library as comparisons
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

MEMORY = "10GB"
"""What DuckDB may use before it writes to the disk."""
THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.99)
_OTHER_DOCUMENT = "l.document <> r.document"


def _rule(*columns: str) -> str:
    return " and ".join([*(f"l.{column} = r.{column}" for column in columns), _OTHER_DOCUMENT])


def _settings() -> Any:
    given = comparisons.CustomComparison(
        output_column_name="given",
        comparison_levels=[
            levels.NullLevel("initial"),
            levels.ExactMatchLevel("given", term_frequency_adjustments=True),
            levels.CustomLevel(
                "(given_l is null or given_r is null) and initial_l = initial_r", label_for_charts="initial"
            ),
            levels.JaroWinklerLevel("given", 0.92),
            levels.ElseLevel(),
        ],
    )
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            comparisons.CustomComparison(
                output_column_name="family",
                comparison_levels=[
                    levels.NullLevel("family"),
                    levels.ExactMatchLevel("family", term_frequency_adjustments=True),
                    levels.DamerauLevenshteinLevel("family", 1),
                    levels.JaroWinklerLevel("family", 0.92),
                    levels.ElseLevel(),
                ],
            ),
            given,
            comparisons.JaroWinklerAtThresholds("employer", [0.9]),
            comparisons.ExactMatch("body"),
            comparisons.ExactMatch("gender"),
        ],
        blocking_rules_to_generate_predictions=[
            _rule("family", "initial"),
            _rule("family", "employer"),
            _rule("family", "body"),
            _rule("sound", "initial", "employer"),
            _rule("given", "employer") + " and substr(l.family, 1, 2) = substr(r.family, 1, 2)",
        ],
    )


def main() -> None:
    """Train, predict, cluster."""
    folder = Path(sys.argv[1])
    start = time.perf_counter()
    connection = duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": str(folder / "spilled")})
    connection.execute(
        "create table mentions as select * from read_csv(?, delim='\t', header=true, nullstr='', quote='',"
        " types={'sound': 'VARCHAR', 'document': 'VARCHAR', 'given': 'VARCHAR', 'initial': 'VARCHAR'})",
        [str(folder / "mentions.tsv")],
    )
    database = DuckDBAPI(connection)
    linker = Linker(database.register("mentions"), _settings(), log_level=None)
    training = linker.training
    training.estimate_probability_two_random_records_match([_rule("family", "given", "employer")], recall=0.6)
    training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for columns in (("family", "given"), ("employer", "initial", "body"), ("body", "sound")):
        training.estimate_parameters_using_expectation_maximisation(block_on(*columns))
    found = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    trained = time.perf_counter() - start
    for threshold in THRESHOLDS:
        begun = time.perf_counter()
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold)
        rows = connection.execute(
            f"select cluster_id from {clusters.physical_name} order by cast(unique_id as bigint)"
        ).fetchall()
        status = Path("/proc/self/status").read_text(encoding="ascii")
        result = {
            "threshold": threshold,
            "seconds": trained + time.perf_counter() - begun,
            "megabytes": int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) / 1024,
            "clusters": [str(row[0]) for row in rows],
        }
        (folder / f"splink-{threshold}.json").write_text(json.dumps(result))


if __name__ == "__main__":
    main()
