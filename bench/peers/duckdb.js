// The peers' job in DuckDB: duckdb.js gdelt|plain EVENTS WEIGHTS OUTPUT THREADS (see run.sh for the job).
//
// Only the four columns are cast; empty fields are NULL, which no condition accepts. Directed cells first, undirected
// ones from them, so that events are grouped once.
'use strict';
const { DuckDBInstance } = require('@duckdb/node-api');

const [kind, events, weights, output, threads] = process.argv.slice(2);

const gdeltNames = { 1: 'date', 7: 'source', 17: 'target', 26: 'code' };
const gdeltColumns = Array.from({ length: 61 }, (_, i) => {
  const name = gdeltNames[i] ?? `c${i}`;
  return `'${name}': '${name === 'date' ? 'DATE' : 'VARCHAR'}'`;
});
const scan = {
  gdelt: `read_csv('${events}', auto_detect = false, delim = '\t', quote = '', escape = '', header = false,
                   dateformat = '%Y%m%d', columns = {${gdeltColumns.join(', ')}})`,
  plain: `read_csv('${events}', auto_detect = false, delim = ',', quote = '"', escape = '"', header = true,
                   columns = {'date': 'DATE', 'source': 'VARCHAR', 'target': 'VARCHAR', 'code': 'VARCHAR'})`,
}[kind];

// Days count from a reference day near the events, for 2^(days/30) to stay within a double.
const query = `
COPY (
  WITH weights AS (
    SELECT code, score
    FROM read_csv('${weights}', auto_detect = false, header = true, columns = {'code': 'VARCHAR', 'score': 'DOUBLE'})
  ), events AS (
    SELECT source, target, year(date) * 12 + month(date) - 1 AS month, score,
           score * exp((date - DATE '2020-01-01') * (ln(2) / 30)) AS growing
    FROM ${scan} JOIN weights USING (code)
    WHERE source <> target
  ), months AS (
    SELECT year(first) * 12 + month(first) - 1 AS month, strftime(first, '%Y-%m') AS label,
           exp((DATE '2020-01-01' - last_day(first)) * (ln(2) / 30)) AS back
    FROM (SELECT unnest(generate_series(DATE '1900-01-01', DATE '2099-12-01', INTERVAL 1 MONTH))::DATE AS first)
  ), directed AS MATERIALIZED (
    SELECT source, target, month, sum(score) AS sum, count(*) AS count, sum(growing) AS growing
    FROM events GROUP BY ALL
  ), cells AS (
    SELECT 'directed' AS kind, * FROM directed
    UNION ALL
    SELECT 'undirected', least(source, target), greatest(source, target), month, sum(sum), sum(count)::BIGINT,
           sum(growing)
    FROM directed GROUP BY ALL
  ), panel AS (
    SELECT *, sum(growing) OVER (PARTITION BY kind, source, target ORDER BY month) AS grown FROM cells
  )
  SELECT kind, source, target, label AS month, sum, sum / count AS mean, count, grown * back AS decayed
  FROM panel JOIN months USING (month) ORDER BY kind, source, target, panel.month
) TO '${output}' (FORMAT csv, HEADER)`;

(async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads });
  const connection = await instance.connect();
  await connection.run(query);
})();
