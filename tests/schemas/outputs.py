"""Which documents are held to which schema: what the program prints for these commands.

Run as a program it records them once, for all tests: the commands take longer than what is asked about their documents.
A new output needs its schema in schemas/ and a line here for each way to bring its members.
"""

import argparse
import json
import pathlib
import shlex
import subprocess
import tempfile

import samples

YEAR = "us_colombia_2025_2026.csv"  # of examples/data
ARTICLE = "us_colombia_article.csv"
PAIR = "--dyad USA:COL"
FIGHT = "--dyad AAA:BBF --as-of 2018-06"

# Schema: commands, to which --output json is added unless they say another. {here} is the examples' data, {mine} a
# calibration that is fitted first.
COMMANDS = {
    "index": [
        f"index {{here}}/{YEAR} {PAIR} --sensitivity --every week --actors {{here}}/actors.csv",
        f"index {{here}}/{YEAR} {PAIR} --direction forward --issue security --as-of 2025-10-23 --no-bands",
        f"index {{here}}/{YEAR} {PAIR} --direction backward --at mean --every quarter --draws 50",
        f"index {{here}}/{YEAR} {PAIR} --at peak --every year --no-bands --from 2025-06",
        f"index {{here}}/{YEAR} {PAIR} --every day --scale percentile --from 2025-01 --to 2025-03 --no-bands",
        f"index {{here}}/{YEAR} {PAIR} --scale zscore --sensitivity --no-bands",
        f"index {{here}}/{YEAR} {PAIR} --model latent_level",
        f"index {{here}}/{YEAR} {PAIR} --model period_mean --sensitivity",
        f"index {{here}}/{YEAR} {PAIR} --model conflict_share",
        f"index {{here}}/{YEAR} {PAIR} --codebook gdelt --no-bands",
        f"index {{here}}/{ARTICLE} {PAIR} --draws 50",
        f"index coder.csv {PAIR} --source mine --no-bands",
        f"index plain.csv {PAIR} --no-bands --actors names.csv",
        "index fights.tsv --dyad AAA:BBF --no-bands",
        f"index fights.tsv {FIGHT} --calibration {{mine}} --no-bands",
        "index fights.tsv --dyad AAA:BBF --as-of 2013-03 --no-bands",
        "index fights.tsv --dyad AAA:BBF --model 'two_speed rho=0.5' --no-bands",
        f"index plain.csv {PAIR} --model period_mean --sensitivity --no-bands --to 2026",
        f"index thaw.csv {PAIR} --no-bands",
        f"index thaw.csv {PAIR} --model saturating --no-bands",
        "index fights.tsv --dyad AAA:BBF --model 'two_speed lambda=0' --no-bands",
        "index gdelt.tsv --dyad AAA:BBB --no-bands",
        f"index revised.csv {PAIR} --no-bands --vintages",
        f"index revised.csv {PAIR} --no-bands --vintages --as-of 2025-04-10 --to 2025-07",
    ],
    "index_relations": [f"index {{here}}/{YEAR} {PAIR} --dyad USA:VEN --no-bands"],
    "panel": [
        f"panel {{here}}/{YEAR}",
        f"panel {{here}}/{YEAR} --bands 0.9 --draws 50 --every year",
        f"panel {{here}}/{YEAR} --model period_mean --codebook gdelt",
        f"panel {{here}}/{YEAR} --model saturating",
        "panel fights.tsv --every quarter",
        f"index {{here}}/{YEAR} {PAIR} --sensitivity --output jsonl",
        f"index events.jsonl {PAIR} --output jsonl --no-bands",
    ],
    "panel_top": [
        f"panel {{here}}/{YEAR} --top 3 --codebook gdelt --actors {{here}}/actors.csv",
        f"panel {{here}}/{YEAR} --sort change --since 2026-01 --to 2026-02 --direction forward",
        f"panel {{here}}/{YEAR} --top 2 --model saturating --direction backward",
        f"panel {{here}}/{YEAR} --top 2 --model conflict_share",
        f"panel {{here}}/{YEAR} --top 2 --model 'decayed_mean' --since 2025-01",
        f"panel {{here}}/{YEAR} --top 1 --model 'two_speed lambda=0'",
        "panel fights.tsv --sort risk --as-of 2018-06 --calibration {mine}",
        "panel fights.tsv --sort risk --as-of 2014-06 --calibration {mine}",
        "panel fights.tsv --top 3 --as-of 2013-03",
        "panel fights.tsv --top 3 --model 'two_speed rho=0.5'",
    ],
    "explain": [
        f"explain {{here}}/{YEAR} {PAIR} --between 2025-08 2025-09 --top 2",
        f"explain {{here}}/{YEAR} {PAIR} --between 2025-08 2025-09 --model saturating",
        "explain fights.tsv --dyad AAA:BBF --between 2013-03 2013-05 --top 3",
        f"explain plain.csv {PAIR} --between 2025-01 2025-04",
    ],
    "episodes": [
        f"episodes {{here}}/{YEAR} {PAIR} --draws 20",
        "episodes {here}/australia_china_2017_2024.csv --dyad AUS:CHN --every quarter --draws 0 --of level",
        "episodes {here}/australia_china_2017_2024.csv --dyad AUS:CHN --direction backward --change-in rate --penalty 3 --draws 0",
        "episodes {here}/australia_china_2017_2024.csv --dyad AUS:CHN --change-in both --penalty aic --residual 0.5 --draws 0",
        "episodes {here}/australia_china_2017_2024.csv --dyad AUS:CHN --change-in variance --penalty bic --every week --draws 0",
        "episodes {here}/india_pakistan_1998_2024.csv --dyad IND:PAK --every year --draws 0 --actors {here}/actors.csv",
        f"episodes {{here}}/{YEAR} {PAIR} --model saturating --every day --draws 0",
        "episodes {here}/australia_china_2017_2024.csv --dyad AUS:CHN --model window_mean --delta 1 --draws 0",
        "episodes fights.tsv --dyad AAA:BBF --delta 0.5 --draws 0 --direction forward",
        f"episodes plain.csv {PAIR} --delta 1 --draws 0",
        f"episodes thaw.csv {PAIR} --delta 1 --draws 0",
    ],
    "check": [
        "check coder.csv --source mine --actors actors.csv",
        f"check {{here}}/{YEAR} {{here}}/{ARTICLE} plain.csv",
        "check icews.tab",
        "check gdelt.tsv",
        "check gdelt1.tsv",
        "check acled.csv",
        "check ucdp.csv",
        "check events.jsonl",
        "check polecat.txt",
        "check phoenix.tsv",
        "check cline.csv",
        "check nothing.csv",
        "check fights.tsv",
    ],
    "diff": [
        f"diff {{here}}/{YEAR} {{here}}/{ARTICLE} {PAIR}",
        f"diff anna.csv ben.csv {PAIR}",
        f"diff plain.csv late.csv {PAIR} --model period_mean",
    ],
    "vintages": [
        f"vintages {{here}}/australia_china_2017_2024.csv --dyad AUS:CHN --from 2022 --to 2022-07",
        f"vintages revised.csv {PAIR}",
        f"vintages moved.csv {PAIR}",
        f"vintages revised.csv {PAIR} --direction forward --every week --model decayed_mean",
        f"vintages revised.csv {PAIR} --direction backward --every day --model latent_level --from 2025-02 --to 2025-03",
        f"vintages revised.csv {PAIR} --at mean --every quarter",
        f"vintages revised.csv {PAIR} --at peak --every year --vintage 2025-01-31",
        f"vintages revised.csv {PAIR} --model saturating --as-of 2025-04-10 --to 2025-07",
    ],
    "compare": [
        "compare fights.tsv --all --min-events 50 --models 'two_speed; period_count; latent_level' --draws 50",
        "compare fights.tsv --all --min-events 50 --models 'two_speed; decayed_mean' --against constant --draws 50",
        "compare fights.tsv --all --min-events 50 --models decayed_sum --outcome escalation --draws 50",
    ],
    "forecast": [f"forecast fights.tsv {FIGHT}", f"forecast fights.tsv {FIGHT} --calibration {{mine}}"],
    "what-if": [
        f"what-if {{here}}/{YEAR} {PAIR} --change changes.csv --draws 50",
        f"what-if {{here}}/{YEAR} {PAIR} --change changes.csv --no-bands --direction forward --at mean --every quarter",
        f"what-if {{here}}/{YEAR} {PAIR} --change {{here}}/us_colombia_changes.csv --no-bands --direction backward --at peak",
        f"what-if one.csv {PAIR} --change other_month.csv --model period_mean --draws 50",
    ],
    "scenario": [
        f"forecast {{here}}/{YEAR} {PAIR} --as-of 2026-02-02 --horizon 26 --scenario {{here}}/us_colombia_meeting.csv",
        f"forecast {{here}}/{YEAR} {PAIR} --as-of 2026-02-02 --scenario scenario.csv --direction forward",
        f"forecast {{here}}/{YEAR} {PAIR} --as-of 2026-02-02 --scenario scenario.csv --direction backward --horizon 90",
    ],
    "calibrate": [
        "calibrate fights.tsv --least-events 50",
        "calibrate fights.tsv --least-events 50 --model 'two_speed rho=0.5'",
        "calibrate fights.tab --least-events 50 --scores file",
        "calibrate fights.tab --least-events 50 --scores file --roll-up governments",
    ],
    "reciprocity": [
        f"reciprocity threats.csv {PAIR} --replicates 19",
        f"reciprocity threats.csv {PAIR} --replicates 0 --ties strict --half-lives two --change 2007-01",
        f"reciprocity threats.csv {PAIR} --replicates 0 --ties sequential",
        f"reciprocity together.csv {PAIR} --replicates 0 --ties strict",
        f"reciprocity in_turn.csv {PAIR} --replicates 0",
    ],
    "codebook_list": ["codebook list"],
    "codebook_show": [
        "codebook show plain",
        "codebook show keds2007",
        "codebook show plain threat_of_force",
        "codebook show mine.csv boat_rammed",
        "codebook show bare.csv",
    ],
    "watch": [
        f"watch --store 1.db {{here}}/{ARTICLE} {{here}}/{YEAR} --source x --alarm index>60 --alarm 'rise>3 in 30d' --once --output jsonl",
        f"watch --store 2.db {{here}}/{YEAR} --model period_mean --scale percentile --once --output jsonl",
        f"watch --store 3.db {{here}}/{YEAR} --model saturating --once --output jsonl",
        "watch --store 4.db gdelt.tsv --once --output jsonl",
    ],
    "store_info": ["store info store.db", "store info no_events.db"],
    "store_check": ["store check store.db", "store check damaged.db"],
    "store_rebuild": ["store rebuild store.db", "store rebuild indexed.db"],
    "models_list": ["models list"],
    "models_show": ["models show two_speed", "models show period_sum"],
}

# Commands whose --output json is a document a line.
LINES = {"panel"}

# Stores that are damaged: a report, and then exit code 3.
DAMAGED = {"damaged.db", "indexed.db"}

# Commands without an output that programs read.
WITHOUT_JSON = {"new", "help"}


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


def unique(members):
    names = [name for name, _ in members]
    if len(set(names)) != len(names):
        raise ValueError(f"a member twice among {names}")
    return dict(members)


def parsed(text):
    return json.loads(text, parse_constant=refuse_constant, object_pairs_hook=unique)


class Program:
    """The program `detente` in a folder with the samples."""

    def __init__(self, path, examples):
        self.path = path
        self.folder = tempfile.TemporaryDirectory()
        samples.write(self.folder.name)
        self.places = {"here": str(pathlib.Path(examples).resolve()), "mine": self.folder.name + "/calibration.csv"}
        self.run("calibrate fights.tsv --least-events 50 --name Mine --to-file {mine}")

    def run(self, command):
        words = [word.format(**self.places) for word in shlex.split(command)]
        done = subprocess.run([self.path, *words], cwd=self.folder.name, capture_output=True, encoding="utf-8")
        if done.returncode != (3 if DAMAGED & set(words) else 0):
            raise RuntimeError(f"detente {command}: ends with {done.returncode}: {done.stderr}")
        return done.stdout

    def commands(self, *of):
        """The names of the subcommands, as the help lists them."""
        help_text = self.run(" ".join([*of, "--help"]))
        if "\nSubcommands:\n" not in help_text:
            return [of]
        listed = help_text.split("\nSubcommands:\n")[1].split("\n\n")[0]
        names = [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "]
        return [found for name in names for found in self.commands(*of, name)]


def asked(command):
    return command if " --output " in command else command + " --output json"


def is_lines(command):
    return command.split()[0] in LINES and not is_ranking(command) or " --output jsonl" in command


def is_ranking(command):
    return " --top " in command or " --sort " in command


def texts(program, schemas):
    """(schema, command, text) of every document."""
    for schema in schemas:
        for command in map(asked, COMMANDS[schema]):
            text = program.run(command)
            for part in text.splitlines() if is_lines(command) else [text]:
                yield schema, command, part


def record(program, schemas):
    """What the commands print and which commands there are, as text that `recorded` reads."""
    return json.dumps({"commands": program.commands(), "texts": list(texts(program, schemas))})


def recorded(text):
    """The commands' names, and (schema, command, document) of every document."""
    record = json.loads(text)
    return record["commands"], [(schema, command, parsed(part)) for schema, command, part in record["texts"]]


if __name__ == "__main__":  # outputs.py PROGRAM EXAMPLES_DATA TO_FILE [--without SCHEMA]...
    parser = argparse.ArgumentParser()
    for name in ("program", "examples", "to_file"):
        parser.add_argument(name)
    parser.add_argument("--without", action="append", default=[])
    options = parser.parse_args()
    program = Program(options.program, options.examples)
    pathlib.Path(options.to_file).write_text(record(program, [name for name in COMMANDS if name not in options.without]))
