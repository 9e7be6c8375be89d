// The questions of bench_funnel asked of DuckDB over the same rows, on two threads.
//
//   bench_funnel --csv events.csv
//   npm install @duckdb/node-api
//   node duckdb.mjs events.csv

import { DuckDBInstance } from '@duckdb/node-api';

const file = process.argv[2];
if (!file) {
    console.error('usage: node duckdb.mjs EVENTS.csv');
    process.exit(2);
}
const runs = 5;
const epoch = 1704067200;

// Ordered steps within the window by the latest entry that reached each step: the cheapest form
// found for SQL, one window function a step. Rows of one second keep no order here.
function funnel(groups) {
    const step = (k, before) => `s${k} as (select *, ${k === 0
        ? 'max(case when event = 0 then t end)'
        : `max(case when event = ${k} and t - e${k - 1} <= 90 * 86400 then e${k - 1} end)`}
        over (partition by customer order by t rows unbounded preceding) as e${k} from ${before})`;
    const steps = [0, 1, 2, 3, 4].map((k) => step(k, k === 0 ? 'events' : `s${k - 1}`));
    const reached = [0, 1, 2, 3, 4].map((k) => `max(e${k}) is not null as r${k}`).join(', ');
    const sums = [0, 1, 2, 3, 4].map((k) => `count(*) filter (r${k}) as c${k}`).join(', ');
    return `with ${steps.join(', ')}, actors as (select customer, min(region) as region, ${reached} from s4 group by customer)
        select ${groups ? 'region, ' : ''}${sums} from actors ${groups ? 'group by region order by region' : ''}`;
}

const retention = `with active as (select distinct customer, date_diff('month', date '2024-01-01', make_timestamp(t * 1000000)) as period from events
        where t < ${epoch} + 366 * 86400)
    select a.period, b.period - a.period as later, count(*) from active a join active b on a.customer = b.customer and b.period >= a.period
    group by all order by all`;

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
await connection.run(`create table events as select customer::integer as customer, t::bigint as t, event::utinyint as event, region::utinyint as region
    from read_csv('${file.replaceAll("'", "''")}', header = true) order by customer, t`);

for (const [what, sql] of [['five ordered steps, window 90 days', funnel(false)], ['the same by 20 values', funnel(true)], ['retention, 12 months', retention]]) {
    const times = [];
    let rows;
    for (let run = 0; run < runs; ++run) {
        const start = performance.now();
        rows = (await connection.runAndReadAll(sql)).getRows();
        times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    console.log(`${what.padEnd(50)} ${times[Math.floor(runs / 2)].toFixed(1).padStart(8)} ms   ${rows[0].join(' ')}`);
}
