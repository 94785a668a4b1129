// The peers' job in Polars: polars.js gdelt|plain EVENTS WEIGHTS OUTPUT THREADS (see run.sh for the job).
//
// Only the four columns are parsed, in the streaming engine. Directed cells first, undirected ones from them, so that
// events are grouped once; cells know their actors by rank, for numbers sort three times as fast as names.
'use strict';
const [kind, events, weights, output, threads] = process.argv.slice(2);
process.env.POLARS_MAX_THREADS = threads;
const pl = require('nodejs-polars');

const col = pl.col;
const rate = Math.LN2 / 30;
const reference = 18262; // days count from 2020-01-01, for 2^(days/30) to stay within a double

// Nothing in GDELT is quoted; the binding has no way to say so but a byte that no text holds.
const gdelt = () => {
  const names = { 1: 'date', 7: 'source', 17: 'target', 26: 'code' };
  const schema = Object.fromEntries(Array.from({ length: 61 }, (_, i) => [names[i] ?? `c${i}`, pl.Utf8]));
  return pl
    .scanCSV(events, { sep: '\t', hasHeader: false, quoteChar: '\u0001', schema })
    .select('date', 'source', 'target', 'code')
    .filter(col('source').neq(col('target')))
    .withColumns(col('date').str.strptime(pl.Date, '%Y%m%d'));
};
const plain = () =>
  pl
    .scanCSV(events, { schema: { date: pl.Date, source: pl.Utf8, target: pl.Utf8, code: pl.Utf8 } })
    .filter(col('source').neq(col('target')));

// The months that there can be: number, name, and what brings a growing sum back to the month's last day.
const monthTable = () => {
  const numbers = Array.from({ length: 200 * 12 }, (_, i) => 1900 * 12 + i);
  const lastDay = (m) => Date.UTC(Math.floor(m / 12), (m % 12) + 1, 0) / 86400000;
  return pl
    .DataFrame({
      number: numbers,
      month: numbers.map((m) => `${Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`),
      back: numbers.map((m) => 2 ** ((reference - lastDay(m)) / 30)),
    })
    .withColumns(col('number').cast(pl.Int32))
    .lazy();
};

const scores = pl.readCSV(weights, { schema: { code: pl.Utf8, score: pl.Float64 } });
const directed = { gdelt, plain }[kind]()
  .withColumns(
    col('code')
      .replaceStrict(scores.getColumn('code').toArray(), scores.getColumn('score').toArray(), pl.lit(null), pl.Float64)
      .as('score'),
    col('date').dt.year().mul(12).plus(col('date').dt.month()).sub(1).cast(pl.Int32).as('number'),
  )
  .filter(col('score').isNotNull())
  .withColumns(col('score').mul(col('date').cast(pl.Int32).sub(reference).mul(rate).exp()).as('growing'))
  .groupBy(['source', 'target', 'number'])
  .agg(col('score').sum().as('sum'), col('score').count().as('count'), col('growing').sum())
  .collectSync({ engine: 'streaming' });

const actors = pl.concat([directed.getColumn('source').unique(), directed.getColumn('target').unique()]).unique().sort();
const alphabet = (name, rank) =>
  pl
    .DataFrame({ [name]: actors, [rank]: Array.from({ length: actors.length }, (_, i) => i) })
    .withColumns(col(rank).cast(pl.Int32))
    .lazy();
const ranked = directed
  .lazy()
  .join(alphabet('source', 'a'), { on: 'source', how: 'inner' })
  .join(alphabet('target', 'b'), { on: 'target', how: 'inner' })
  .select('a', 'b', 'number', 'sum', 'count', 'growing')
  .collectSync();

const swapped = col('a').gt(col('b'));
const undirected = ranked
  .lazy()
  .select(
    pl.when(swapped).then(col('b')).otherwise(col('a')).as('a'),
    pl.when(swapped).then(col('a')).otherwise(col('b')).as('b'),
    col('number'),
    col('sum'),
    col('count'),
    col('growing'),
  )
  .groupBy(['a', 'b', 'number'])
  .agg(col('sum').sum(), col('count').sum(), col('growing').sum());

const panel = (kindName, cells) =>
  cells
    .join(monthTable(), { on: 'number', how: 'inner' })
    .join(alphabet('source', 'a'), { on: 'a', how: 'inner' })
    .join(alphabet('target', 'b'), { on: 'b', how: 'inner' })
    .withColumns(col('a').cast(pl.Int64).mul(65536).plus(col('b')).as('pair'))
    .sort(['pair', 'number'])
    .select(
      pl.lit(kindName).as('kind'),
      col('source'),
      col('target'),
      col('month'),
      col('sum'),
      col('sum').div(col('count')).as('mean'),
      col('count'),
      col('growing').cumSum().over('pair').mul(col('back')).as('decayed'),
    );

pl.concat([panel('directed', ranked.lazy()), panel('undirected', undirected)])
  .collectSync()
  .writeCSV(output);
