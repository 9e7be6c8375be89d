// The questions of bench_funnel asked of DuckDB over the same rows, on two threads. Every question is
// asked in the forms that somebody who knows DuckDB would try; the fastest one counts, and all forms
// must give the same numbers.
//
//   bench_funnel --csv events.csv
//   npm install @duckdb/node-api
//   node duckdb.mjs events.csv [FUNNEL_MS BREAKDOWN_MS RETENTION_MS]
//
// With our milliseconds behind it prints the ratios; 0.15 is what the funnels may take.

import { DuckDBInstance } from '@duckdb/node-api';

const [file, ...ours] = process.argv.slice(2);
if (!file) {
    console.error('usage: node duckdb.mjs EVENTS.csv [FUNNEL_MS BREAKDOWN_MS RETENTION_MS]');
    process.exit(2);
}
const runs = 5;
const window = 90 * 86400;
const steps = [0, 1, 2, 3, 4];

const counts = (from, groups) => groups
    ? `select region, ${steps.map((k) => `c${k}`).join(', ')} from (${from}) order by region`
    : from;

// Ordered steps within the window: every event of a step keeps the latest entry that led there.

// One window function a step over the whole table.
function byWindows(groups) {
    const step = (k) => k === 0
        ? `s0 as (select customer, region, o, t, event, case when event = 0 then t end as e0 from events)`
        : `s${k} as (select *, case when event = ${k} and t - last_value(e${k - 1} ignore nulls) over before <= ${window}
            then last_value(e${k - 1} ignore nulls) over before end as e${k} from s${k - 1}
            window before as (partition by customer order by o rows between unbounded preceding and 1 preceding))`;
    const reached = steps.map((k) => `bool_or(e${k} is not null) as r${k}`).join(', ');
    const sums = steps.map((k) => `count(*) filter (r${k}) as c${k}`).join(', ');
    return counts(`with ${steps.map(step).join(', ')},
        actors as (select customer, any_value(region) as region, ${reached} from s4 group by customer)
        select ${groups ? 'region, ' : ''}${sums} from actors ${groups ? 'group by region' : ''}`, groups);
}

// One ASOF join a step: only the events of that step and the one before are touched.
function byAsofJoins(groups) {
    const step = (k) => k === 0
        ? `s0 as materialized (select customer, region, o, t as e from events where event = 0)`
        : `s${k} as materialized (select a.customer, a.region, a.o, b.e from (select * from events where event = ${k}) a
            asof join s${k - 1} b on a.customer = b.customer and a.o > b.o where a.t - b.e <= ${window})`;
    const parts = steps.map((k) => groups
        ? `select ${k} as step, region, count(distinct customer) as n from s${k} group by region`
        : `select ${k} as step, count(distinct customer) as n from s${k}`);
    const pivot = steps.map((k) => `coalesce(max(n) filter (step = ${k}), 0) as c${k}`).join(', ');
    return counts(`with ${steps.map(step).join(', ')}, parts as (${parts.join(' union all ')})
        select ${groups ? 'region, ' : ''}${pivot} from parts ${groups ? 'group by region' : ''}`, groups);
}

const month = `((year(make_timestamp(t * 1000000)) - 2024) * 12 + month(make_timestamp(t * 1000000)) - 1)`;
const pairs = `with active as (select distinct customer, ${month} as period from events where period < 12)
    select a.period, b.period - a.period as later, count(*) as n from active a join active b on a.customer = b.customer
    and b.period >= a.period group by all order by all`;
// The months of a customer as bits; then only the different patterns are paired.
const masks = `with masks as (select mask, count(*) as n from (select customer, bit_or(1 << ${month}::integer) as mask from events
        where ${month} < 12 group by customer) group by mask)
    select i as period, j - i as later, sum(n)::bigint as n from masks, range(0, 12) a(i), range(0, 12) b(j)
    where j >= i and (mask >> i::integer) & 1 = 1 and (mask >> j::integer) & 1 = 1 group by all order by all`;

const questions = [
    ['five ordered steps, window 90 days', { windows: byWindows(false), 'ASOF joins': byAsofJoins(false) }],
    ['the same by 20 values', { windows: byWindows(true), 'ASOF joins': byAsofJoins(true) }],
    ['retention, 12 months', { pairs, masks }],
];

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
// The file is in order of customer and time; o keeps the order of events of one second.
await connection.run(`create table events as select customer::integer as customer, t::bigint as t, event::utinyint as event,
    region::utinyint as region, (row_number() over ())::integer as o from read_csv('${file.replaceAll("'", "''")}', header = true)
    order by o`);

for (const [index, [what, forms]] of questions.entries()) {
    let best = Infinity;
    let answer;
    for (const [form, sql] of Object.entries(forms)) {
        const times = [];
        let text;
        for (let run = 0; run < runs; ++run) {
            const start = performance.now();
            const rows = (await connection.runAndReadAll(sql)).getRows();
            times.push(performance.now() - start);
            text = rows.map((row) => row.join(' ')).join('; ');
        }
        const median = times.sort((a, b) => a - b)[Math.floor(runs / 2)];
        console.log(`${`${what}, ${form}`.padEnd(50)} ${median.toFixed(1).padStart(8)} ms`);
        best = Math.min(best, median);
        if (answer !== undefined && answer !== text) {
            console.error(`The forms disagree:\n${answer}\n${text}`);
            process.exit(1);
        }
        answer = text;
    }
    const own = Number(ours[index]);
    console.log(`  ${answer.slice(0, 100)}${own > 0 ? `\n  ours ${own} ms, ratio ${(own / best).toFixed(3)}` : ''}`);
}
