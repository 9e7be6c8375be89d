// What bench_import measures, asked of DuckDB on two threads: the import into a file and the summary of
// purchases over a typed table. Copy it to the folder of node_modules and hand that to bench_import.
//
//   npm install @duckdb/node-api
//   bench_import --csv transactions.csv --duckdb .

import { rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [file, columns, ourImport, ourSummary] = process.argv.slice(2);
const time = columns.includes("'time'") ? 'time' : 'ordered_at';
const source = `read_csv('${file.replaceAll("'", "''")}', columns = ${columns}, header = true)`;

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const imports = [];
for (let run = 0; run < 3; ++run) {
    rmSync('bench.duckdb', { force: true });
    const start = performance.now();
    const instance = await DuckDBInstance.create('bench.duckdb', { threads: '2' });
    const connection = await instance.connect();
    await connection.run(`create table tx as select * from ${source}`);
    await connection.run('checkpoint');
    imports.push(performance.now() - start);
    connection.closeSync();
    instance.closeSync();
}
rmSync('bench.duckdb', { force: true });
console.log(`DuckDB import         ${(median(imports) / 1000).toFixed(2)} s, ratio ${(Number(ourImport) * 1000 / median(imports)).toFixed(2)} (at most 0.50)`);

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
await connection.run(`create table tx as select (dense_rank() over (order by customer_id))::integer as customer, epoch(${time})::bigint as t, round(amount * 100)::bigint as amount
    from ${source} order by customer, t`);
const question = `with days as (select customer, t // 86400 as day, sum(amount) as amount from tx where amount >= 0 group by all)
    select customer, count(*) - 1, (max(day) - min(day)) / 7.0, (20000 - min(day)) / 7.0, sum(amount) from days group by customer`;
const summaries = [];
for (let run = 0; run < 5; ++run) {
    const start = performance.now();
    await connection.run(`create or replace temp table answer as ${question}`);
    summaries.push(performance.now() - start);
}
console.log(`DuckDB summary        ${median(summaries).toFixed(0)} ms, ratio ${(Number(ourSummary) / median(summaries)).toFixed(3)} (at most 0.05)`);
