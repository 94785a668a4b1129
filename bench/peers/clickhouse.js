// The peers' job in ClickHouse: clickhouse.js gdelt|plain EVENTS WEIGHTS OUTPUT THREADS (see run.sh for the job).
//
// Only the four columns are parsed. Directed cells first, undirected ones from them, so that events are grouped once.
'use strict';
const fs = require('node:fs');
const { query } = require('chdb');

const [kind, events, weights, output, threads] = process.argv.slice(2);

const gdeltNames = { 1: 'date', 7: 'source', 17: 'target', 26: 'code' };
const gdeltColumns = Array.from({ length: 61 }, (_, i) => {
  const name = gdeltNames[i] ?? `c${i}`;
  return `${name} ${name === 'date' ? 'UInt32' : 'String'}`;
});
const scan = {
  gdelt: { from: `file('${events}', 'TSVRaw', '${gdeltColumns.join(', ')}')`, day: 'YYYYMMDDToDate(date)' },
  plain: {
    from: `file('${events}', 'CSVWithNames', 'date Date, source String, target String, event String')`,
    day: 'date',
    code: 'event',
  },
}[kind];
const rows = fs.readFileSync(weights, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
const codes = rows.map(([code]) => `'${code}'`).join(', ');
const scores = rows.map(([, score]) => `toFloat64(${score})`).join(', ');

// Days count from a reference day near the events, for 2^(days/30) to stay within a double.
const sql = `
INSERT INTO FUNCTION file('${output}', 'CSVWithNames',
  'kind String, source String, target String, month String, sum Float64, mean Float64, count UInt64, decayed Float64')
WITH directed AS (
  SELECT source, target, toStartOfMonth(day) AS first, sum(score) AS total, count() AS n,
         sum(score * exp2((toInt32(day) - 18262) / 30)) AS growing
  FROM (SELECT source, target, ${scan.day} AS day,
               transform(${scan.code ?? 'code'}, [${codes}], [${scores}], nan) AS score
        FROM ${scan.from}
        WHERE source != '' AND target != '' AND source != target)
  WHERE NOT isNaN(score)
  GROUP BY source, target, first
), cells AS (
  SELECT 'directed' AS kind, source, target, first, total, n, growing FROM directed
  UNION ALL
  SELECT 'undirected', least(d.source, d.target) AS a, greatest(d.source, d.target) AS b, d.first, sum(d.total),
         sum(d.n), sum(d.growing)
  FROM directed AS d GROUP BY a, b, d.first
)
SELECT kind, source, target, formatDateTime(first, '%Y-%m'), total, total / n, n,
       sum(growing) OVER (PARTITION BY kind, source, target ORDER BY first ROWS UNBOUNDED PRECEDING)
         * exp2((18262 - toInt32(toLastDayOfMonth(first))) / 30)
FROM cells ORDER BY kind, source, target, first
SETTINGS max_threads = ${threads}, max_insert_threads = 1, engine_file_truncate_on_insert = 1`;

query(sql, 'Null');
