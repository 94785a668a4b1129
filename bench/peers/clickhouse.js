// The peers' job in ClickHouse: clickhouse.js gdelt|plain EVENTS WEIGHTS OUTPUT THREADS (see run.sh for the job).
//
// GDELT's lines are taken apart by one regular expression, which a line without two countries does not match: formats
// without names cannot skip columns, and all 61 take three times as long. A WITH is computed as often as it is used, so
// the cells of a directed dyad become arrays, which count for the dyad and for the pair; cumulative sums of arrays cost
// half of those of windows, and lines are sorted as pairs. With one thread it is told to read and write by that thread
// too, which it does not by itself.
'use strict';
const fs = require('node:fs');
const { query } = require('chdb');

const [kind, events, weights, output, threads] = process.argv.slice(2);

const skip = (n) => `(?:[^\t]*\t){${n}}`;
const line = `^${skip(1)}([^\t]*)\t${skip(5)}([^\t]+)\t${skip(9)}([^\t]+)\t${skip(8)}([^\t]*)\t`;
const scan = {
  gdelt: `SELECT YYYYMMDDToDate(toUInt32(part[1])) AS day, part[2] AS source, part[3] AS target, part[4] AS code
          FROM (SELECT extractGroups(line, '${line}') AS part FROM file('${events}', 'LineAsString', 'line String'))
          WHERE notEmpty(part) AND part[2] != part[3]`,
  plain: `SELECT date AS day, source, target, event AS code
          FROM file('${events}', 'CSVWithNames', 'date Date, source String, target String, event String')
          WHERE source != '' AND target != '' AND source != target`,
}[kind];
const rows = fs.readFileSync(weights, 'utf8').trim().split('\n').slice(1).map((row) => row.split(','));
const codes = rows.map(([code]) => `'${code}'`).join(', ');
const scores = rows.map(([, score]) => `toFloat64(${score})`).join(', ');
const several = threads === '1' ? 0 : 1;

// Days count from a reference day near the events, for 2^(days/30) to stay within a double. sumMap sorts by month.
const sql = `
INSERT INTO FUNCTION file('${output}', 'CSVWithNames',
  'kind String, source String, target String, month String, sum Float64, mean Float64, count UInt64, decayed Float64')
SELECT who.1, who.2, who.3, formatDateTime(first, '%Y-%m'), total, total / n, n,
       growing * exp2((18262 - toInt32(toLastDayOfMonth(first))) / 30)
FROM (
  SELECT who, sumMap(firsts, totals, ns, growings) AS cells, cells.1 AS months, cells.2 AS sums, cells.3 AS counts,
         arrayCumSum(cells.4) AS grown
  FROM (
    SELECT source, target, groupArray(first) AS firsts, groupArray(total) AS totals, groupArray(n) AS ns,
           groupArray(growing) AS growings
    FROM (
      SELECT source, target, toStartOfMonth(day) AS first, sum(score) AS total, count() AS n,
             sum(score * exp2((toInt32(day) - 18262) / 30)) AS growing
      FROM (SELECT *, transform(code, [${codes}], [${scores}], nan) AS score FROM (${scan}))
      WHERE NOT isNaN(score)
      GROUP BY source, target, first
    )
    GROUP BY source, target
  )
  ARRAY JOIN [('directed', source, target), ('undirected', least(source, target), greatest(source, target))] AS who
  GROUP BY who
  ORDER BY who
)
ARRAY JOIN months AS first, sums AS total, counts AS n, grown AS growing
SETTINGS max_threads = ${threads}, max_insert_threads = 1, engine_file_truncate_on_insert = 1,
         input_format_parallel_parsing = ${several}, output_format_parallel_formatting = ${several}`;

query(sql, 'Null');
