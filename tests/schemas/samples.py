"""Made-up event files that bring every member of the JSON outputs: written into a folder, the same on every run."""

import datetime
import pathlib
import shutil
import sqlite3

CHRONOLOGY = """\
id,date,until,source,target,event,object,issue,status,affects,reported,note,odd column
1,2025-01-03,,White House,COL,visa ban,,visa,confirmed,,2025-01-05,,x
1b,2025-01-03,,USA,COL,impossed sanction,,,confirmed,,2025-01-05,,x
2,2025-01-33,,USA,COL,criticism,,,confirmed,,,,
3,2025-02-03,2025-02-05,USA,COL,criticism,,rhetoric,denied,,,,
4,2025-02-03,,USA,COL,criticism,,rhetoric,disputed,,2025-02-01,,
5,2025-02-04,,USA,COL,sanctions_lifted,barley,trade,confirmed,,,,
6,2025-02-04,,USA,COL,sanctions_imposed,barly,trade,confirmed,,,,
7,2025-03-04,,USA,COL,visit,,,scheduled,,,,
8,2025-03-04,,USA,VEN,armed_intervention,,security,alleged,USA:COL,,seen from Bogota,
9,2025-04-04,,USA,Hezbollah,criticism,,,confirmed,,2025-05-01,,
9b,2025-04-04,,USA,Hezbolah,criticism,,,confirmed,,2025-05-01,,
10,2025-04-04,,USA,USA,criticism,,,confirmed,,2025-05-01,,
10b,2025-04-04,,USA,White House,criticism,,,confirmed,,2025-05-01,,
11,2025-05-01,,USA,COL,criticism,,,cancelled,,2025-05-01,,
12,2025-05-01,,USA,COL,criticism,,,confirmed,,2025-05-01,,
12,2025-05-01,,USA,COL,criticism,,,confirmed,,2025-05-02,,
13,2025-05-01,,USA
,,,,,,,,,,,,
"""

# Without ids; one row has a score and no code; a measure is lifted for five days, and one is over.
PLAIN_CHRONOLOGY = """\
date,until,source,target,event,score,sd,claim,status,url
2025-01-10,,USA,COL,visa_services_suspended,,,,,
2025-02-10,2025-02-14,USA,COL,visa_granted,,,,,
2025-03-01,,COL,USA,,-4,1,,,
2025-03-20,,COL,USA,accusation,,,contested,,https://example.org/a
2025-04-01,,USA,COL,sanction_imposed,,,,,
2025-04-20,,USA,COL,sanction_lifted,,,,,
"""

# The same events by two coders, of whom every scored field differs in one row.
ANNA = """\
id,date,until,source,target,event,object,score,sd,claim,status,issue,count,mentions,reported
1,2025-01-10,,USA,COL,visa_services_suspended,,,,,,,,,
2,2025-02-10,,USA,COL,accusation,,,,,,,,,
3,2025-03-01,,COL,USA,,,-4,1,,,,,,
4,2025-03-20,,COL,USA,accusation,,,,contested,,,,,
5,2025-04-01,,USA,COL,sanction_imposed,oil,,,,,,,,
6,2025-05-20/2025-05-30,,COL,USA,criticism,,,,,,,2,,
"""
BEN = """\
id,date,until,source,target,event,object,score,sd,claim,status,issue,count,mentions,reported
1,2025-01-12,2025-06-01,USA,COL,visa_services_suspended,,,,,,visa,,,
2,2025-02-10,,COL,USA,accusation,,,,,,,,3,
3,2025-03-01,,COL,USA,,,-5,2,,,,,,
4,2025-03-20,,COL,USA,criticism,,,,,disputed,,,,
5,2025-04-01,,USA,COL,sanction_imposed,steel,,,,,,,,2025-04-05
6,2025-05-20/2025-05-30,,COL,USA,criticism,,,,,,,3,,
"""

ACLED = """\
event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,fatalities,timestamp
A1,2019-02-26,1,Battles,Armed clash,Military Forces of India (2014-),Rebels,3,1700000000
A2,2019-02-27,1,Battles,Armed clash,Military Forces of India (2014-),Rebels,many,1700000000
"""
UCDP = """\
id,type_of_violence,conflict_name,side_a,side_b,event_clarity,date_start,date_end,best
1,1,India: Kashmir,Government of India,Rebels,1,2019-02-26,2019-02-27,5
"""
JSON_LINES = """\
{"date": "2025-01-26", "source": "USA", "target": "COL", "event": "threat", "mood": "low"}
{"date": "2025-01-27", "source": "COL", "target": "USA", "score": -2.5}
{"date": "2025-02-30", "source": "COL", "target": "USA", "event": "threat"}
"""

# Versions that are late, corrected, cancelled, and of another pair; the first is told after its month.
REVISED = """\
id,date,source,target,event,object,status,note,url,reported
1,2025-01-10,USA,COL,threat_of_force,,,,,2025-02-03
2,2025-02-05,COL,USA,accusation,,,,,2025-02-05
2,2025-02-05,COL,USA,criticism,,,,,2025-03-04
3,2025-02-10,USA,COL,visa_revoked,minister,,told by radio,https://example.org/a,2025-02-10
3,2025-02-10,USA,COL,visa_revoked,minister,cancelled,denied since,https://example.org/b,2025-04-02
4,2025-02-20,USA,COL,criticism,,,,,2025-02-20
4,2025-02-20,USA,VEN,criticism,,,,,2025-04-20
5,2025-03-10,USA,COL,unheard_of,,,,,2025-03-10
6,2025-05-10,USA,COL,meeting,,,,,2025-06-10
"""

# For a month nothing is known of the pair any more; then an event without an id comes late.
MOVED = """\
id,date,source,target,event,reported
1,2025-01-10,USA,COL,criticism,2025-01-10
1,2025-01-10,USA,VEN,criticism,2025-02-10
,2025-01-20,USA,COL,visit,2025-03-10
"""

# To the events of the example of a year: an alteration that empties a field, an event with an object.
CHANGES = """\
change,id,date,source,target,event,object,issue,note
remove,C025,,,,,,,
alter,C027,2026-01-10,,,,,(empty),
insert,X1,2026-01-05,COL,USA,sanctions_imposed,steel,trade,
insert,,2026-01-06,COL,USA,visit,,,
"""

# A mean of each month has no month in common with that of the other history.
ONE = "id,date,source,target,event\n1,2025-09-10,USA,COL,criticism\n"
OTHER_MONTH = "change,id,date\nalter,1,2025-11-10\n"

# Two scheduled events, of which one may come to nothing.
SCENARIO = """\
scheduled,outcome,probability,date,source,target,event
meeting,warm,0.5,2026-02-03,USA,COL,host_visit
meeting,warm,,2026-02-03,COL,USA,agreement
meeting,cold,0.5,2026-02-03,USA,COL,criticism
vote,passed,0.3,2026-02-20,USA,COL,sanctions_imposed
"""

# On other days, so that a mean of each month has no month in common with the others.
LATE = "date,source,target,event\n2025-09-10,USA,COL,criticism\n"

NOTHING_KEPT = "date,source,target,event\n2025-02-30,USA,COL,criticism\n"

# Tension, then its opposite, then silence: heat falls by acts, and rises by fading.
THAW = "date,source,target,event\n" + "".join(
    f"2025-0{month}-{day:02},USA,COL,{event}\n"
    for month, event, days in ((1, "threat_of_force", 4), (2, "agreement", 28), (2, "visit", 28))
    for day in range(1, days + 1)) + "2026-01-01,USA,COL,criticism\n"

# A name and a code that are not known.
ICEWS = """\
Event ID\tEvent Date\tSource Country\tTarget Country\tCAMEO Code
1\t2018-06-01\tColombia\tUnited States\t040
2\t2018-06-01\tUnited States\tColombia\t040
3\t2018-06-02\tRuritania\tColombia\t040
4\t2018-06-03\tUnited States\tColombia\t13y
5\t2018-06-03\tUnited States\tColombia\t138
"""

OWN_CODEBOOK = """\
# extends: plain
code,score,synonyms
boat_rammed,-6,ramming; boat hit
"""

BARE_CODEBOOK = "code,score\nshout,-1\n"

ACTORS = "actor,parent\nWhite House,USA\n"


def day(first, number):
    return (datetime.date.fromisoformat(first) + datetime.timedelta(days=number)).isoformat()


COUNTRIES = ["Brazil", "Chile", "Ecuador", "Egypt", "India", "Japan", "Kenya", "Peru"]


def fights():
    """(day, whom, code, score): over six years a meeting each month; the n-th fights n times in two months of three."""
    for month in range(72):
        for pair in range(1, 9):
            date = f"{2013 + month // 12}-{month % 12 + 1:02}-"
            yield date + "02", pair, "042", 1.9
            if (month + pair) % 3 != 0:
                yield from ((f"{date}{4 + 3 * act:02}", pair, "1831", -10) for act in range(pair))


def keds_fights():
    """By the government and the country of AAA, a code of KEDS."""
    return "date\tsource\ttarget\tcode\n" + "".join(
        f"{date}\t{'AAAGOV' if code == '042' else 'AAA'}\tBB{chr(ord('A') + pair)}\t{code}\n"
        for date, pair, code, _ in fights()) + "2018-12-31\tAAA\tBBF\t999\n"


def icews_fights():
    return "Event ID\tEvent Date\tSource Country\tTarget Country\tCAMEO Code\tIntensity\n" + "".join(
        f"{number}\t{date}\tColombia\t{COUNTRIES[pair - 1]}\t{code}\t{score}\n"
        for number, (date, pair, code, score) in enumerate(fights()))


def gdelt(width):
    """Twenty months of one fight, in the 61 columns of GDELT 2 or the 58 of GDELT 1."""
    rows = []
    for number in range(20):
        fields = [""] * width
        when = day("2019-01-01", 30 * number).replace("-", "")
        fields[0], fields[1], fields[7], fields[17], fields[25] = str(880000000 + number), when, "AAA", "BBB", "1"
        fields[26], fields[27], fields[28], fields[29], fields[30] = "190", "190", "19", "4", "-10.0"
        fields[31] = fields[32] = fields[33] = "4"
        fields[width - 2] = when + ("120000" if width == 61 else "")
        rows.append("\t".join(fields))
    return "\n".join(rows) + "\n"


def threats(acts):
    """Of (day, who acts)."""
    pair = {"USA": "USA,COL", "COL": "COL,USA"}
    return "date,source,target,event\n" + "".join(
        f"{day('2005-01-01', when)},{pair[who]},threat_of_force\n" for when, who in sorted(acts))


def answered():
    """Each act may be followed within days by one of either side, and that one by others; by a fixed sequence."""
    state, acts, first = 1, [], 0

    def random(below):
        nonlocal state
        state = (state * 1103515245 + 12345) % 2**31
        return state // 2**12 % below

    for number in range(110):
        first += 3 + random(30)
        family = [(first, ("USA", "COL")[number % 2])]
        for when, _ in family:  # grows while it is gone through
            family += [(when + 1 + random(5), side) for side in ("USA", "COL") if random(10) < 4]
        acts += family
    return acts


def clockwork(later):
    """Both act every fourteen days, COL so many days later. On the same days nothing is left to answer; between them
    lies no maximum that a fit could find."""
    return [(14 * number + after, side) for number in range(120) for after, side in ((0, "USA"), (later, "COL"))]


# A few rows of formats that are read by their layout alone, some of them rejected.
POLECAT = ("Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Country\tRecipient Country\n"
           "1\t2023-10-01\tSANCTION\texpel\tUSA\tCOL\n2\t2023-10\tSANCTION\texpel\tUSA\tCOL\n")
CLINE = ("eid,story_date,source_root,target_root,code,root_code\n"
         "1,1967-06-07,ISR,EGY,190,19\n2,1967-06-08,ISR,EGY,,\n")
PHOENIX = "".join(
    f"{date}_v0\t201406{date}\t2014\t6\t{date}\tUSA\tUSA\t\t\tCOL\tCOL\t\t\t042\t04" + "\t" * 11 + "\n"
    for date in (20, 21, 22))

FILES = {
    "coder.csv": CHRONOLOGY,
    "plain.csv": PLAIN_CHRONOLOGY,
    "anna.csv": ANNA,
    "ben.csv": BEN,
    "late.csv": LATE,
    "revised.csv": REVISED,
    "moved.csv": MOVED,
    "changes.csv": CHANGES,
    "one.csv": ONE,
    "other_month.csv": OTHER_MONTH,
    "scenario.csv": SCENARIO,
    "nothing.csv": NOTHING_KEPT,
    "thaw.csv": THAW,
    "bare.csv": BARE_CODEBOOK,
    "icews.tab": ICEWS,
    "mine.csv": OWN_CODEBOOK,
    "actors.csv": ACTORS,
    "fights.tsv": keds_fights(),
    "fights.tab": icews_fights(),
    "polecat.txt": POLECAT,
    "cline.csv": CLINE,
    "phoenix.tsv": PHOENIX,
    "gdelt.tsv": gdelt(61),
    "gdelt1.tsv": gdelt(58),
    "acled.csv": ACLED,
    "ucdp.csv": UCDP,
    "events.jsonl": JSON_LINES,
    "names.csv": "actor,parent,label\nCOL,,Colombia\nUSA,,United States\n",
    "threats.csv": threats(answered()),
    "together.csv": threats(clockwork(0)),
    "in_turn.csv": threats(clockwork(7)),
}


STORE = pathlib.Path(__file__).parent.parent / "data" / "store" / "schema_1.db"

# Stores: what is done to a copy of that one.
STORES = {
    "store.db": "",
    "no_events.db": "".join(f"DELETE FROM {table};" for table in ("batches", "events", "feeds", "alarms", "readings")),
    "damaged.db": "UPDATE batches SET received = 0; DELETE FROM alarms; CREATE INDEX mine ON batches(received)",
    "indexed.db": "CREATE INDEX mine ON batches(received)",
}


def write(folder):
    for name, text in FILES.items():
        pathlib.Path(folder, name).write_text(text, encoding="utf-8")
    for name, changes in STORES.items():
        path = pathlib.Path(folder, name)
        shutil.copyfile(STORE, path)
        if changes:
            with sqlite3.connect(path) as database:
                database.executescript(changes)
            database.close()
