import type { Tree } from "../golden.js";
import { type Form, form, head, inPipeline, project, times } from "./form.js";

/** With an event time. `late`: what becomes of late rows. */
const timed = (late: string): string =>
  `from: bronze.a, expect: { has_at: { that: at is not null, else: drop } }, watermark: { column: at, delay: 1 hour }, late_rows: ${late}`;

const windowed = "window: { type: tumbling, column: at, size: 1 hour }, group_by: [id], aggregates: { n: count(*) }";

/** A table's block in a lock: as it was written, but for what `facts` it had. */
const locked = (id: string, more = ""): string =>
  `  ${id}:\n    generation: 1\n${more}    reads: { p/bronze.a: 1-00000000 }\n    facts: { table: ${id.replace(/^.*\/(\w+)\./, "$1/")} }\n`;

const lock = (queries: string): string =>
  `version: 1\nqueries:\n  p/bronze.a:\n    generation: 1\n    facts: { table: bronze/a }\n${queries}`;

const withLock = (pipeline: string, queries: string): Tree => ({
  ...inPipeline(pipeline),
  "sluice.lock": lock(queries),
});

const renamed = (size: number): string =>
  `${head}silver:\n${times(size, (at) => `  n${at}: { from: bronze.a, columns: { x: id }, renamed_from: o${at} }\n`)}`;

const database = (more: string): string =>
  `${project.replace(/connections:.*\n/, "")}connections:\n  events: { kind: event-hubs, namespace: ns, identity: { secret: events-connection } }\n  db:\n    kind: postgres\n    server: db.example.org\n    database: db\n    identity: { user: owner, secret: password }\n${more}`;

const role = (at: number): string => `  r${at}: { role: role_${at} }\n`;

/** Many of one clause: of event time, of names that were, of the lock, of rights. */
export const clauseForms: readonly Form[] = [
  form("tables that write late rows like others", 200, (size) =>
    inPipeline(
      `${head}silver:\n${times(size, (at) => `  t${at}: { ${timed("upsert")} }\n`)}gold:\n${times(size, (at) => `  w${at}: { from: silver.t${at}, ${windowed} }\n`)}`,
    ),
  ),
  form("windows below a table that writes late rows", 300, (size) =>
    inPipeline(
      `${head}silver:\n  t: { ${timed("upsert")} }\ngold:\n${times(size, (at) => `  w${at}: { from: silver.t, ${windowed} }\n`)}`,
    ),
  ),
  form("a chain below a table that writes late rows", 200, (size) =>
    inPipeline(
      `${head}silver:\n  t0: { ${timed("upsert")} }\n${times(size, (at) => `  t${at + 1}: { from: silver.t${at}, columns: { id: id, at: at } }\n`)}gold:\n  w: { from: silver.t${size}, ${windowed} }\n`,
    ),
  ),
  form("tables that set late rows aside", 300, (size) =>
    inPipeline(
      `${head}silver:\n${times(size, (at) => `  t${at}: { ${timed("divert")}, deduplicate: { keys: [id, at], within: watermark } }\n`)}`,
    ),
  ),
  form("semi joins within a time", 200, (size) =>
    inPipeline(
      `${head}silver:\n  a: { ${timed("drop")} }\n${times(size, (at) => `  t${at}: { ${timed("drop")} }\n`)}gold:\n${times(size, (at) => `  j${at}: { from: silver.a, join: { b: { table: silver.t${at}, on: id, how: semi, within: { after: 1 hour } } } }\n`)}`,
    ),
  ),
  form("joins of one table", 100, (size) =>
    inPipeline(
      `${head}silver:\n  s: { from: bronze.a, columns: { id: id } }\ngold:\n  k: { from: silver.s, group_by: [id], aggregates: { n: count(*) }, write: replace }\n  j:\n    from: bronze.a\n    columns: { id: id }\n    join:\n${times(size, (at) => `      b${at}: { table: gold.k, on: [id], how: left, columns: { n${at}: n } }\n`)}`,
    ),
  ),
  form("unions of two tables each", 300, (size) =>
    inPipeline(
      `${head}silver:\n${times(size + 1, (at) => `  t${at}: { from: bronze.a, columns: { id: id } }\n`)}gold:\n${times(size, (at) => `  u${at}: { union: [silver.t${at}, silver.t${at + 1}] }\n`)}`,
    ),
  ),
  form("a chain of unions", 200, (size) =>
    inPipeline(
      `${head}silver:\n  t: { from: bronze.a, columns: { id: id } }\n  u0: { from: bronze.a, columns: { id: id } }\n${times(size, (at) => `  u${at + 1}: { union: [silver.t, silver.u${at}] }\n`)}`,
    ),
  ),
  form("columns that are written anew", 1_000, (size) =>
    inPipeline(
      `${head.replace("id: bigint", `id: bigint, ${times(size, (at) => `c${at}: bigint, `)}z: string`)}silver:\n  a:\n    from: bronze.a\n    with_columns:\n${times(size, (at) => `      c${at}: c${at} + 1\n`)}`,
    ),
  ),
  form("columns that are left out", 1_000, (size) =>
    inPipeline(
      `${head.replace("id: bigint", `id: bigint, ${times(size, (at) => `c${at}: bigint, `)}z: string`)}silver:\n  a: { from: bronze.a, except: [${times(size, (at) => `c${at}, `)}] }\n`,
    ),
  ),
  form("unknown columns where others are below structs", 500, (size) =>
    inPipeline(
      `${head.replace("name: string", `name: "struct<${times(size, (at) => `f${at}:int,`)}z:int>"`)}silver:\n  a:\n    from: bronze.a\n    columns:\n${times(size, (at) => `      c${at}: g${at}\n`)}`,
    ),
  ),
  form("unknown fields", 500, (size) =>
    inPipeline(
      `${head.replace("name: string", `name: "struct<${times(size, (at) => `f${at}:int,`)}z:int>"`)}silver:\n  a:\n    from: bronze.a\n    columns:\n${times(size, (at) => `      c${at}: name.g${at}\n`)}`,
    ),
  ),
  form("renamed tables", 300, (size) => inPipeline(renamed(size))),
  form("renamed tables that the lock knows", 300, (size) =>
    withLock(
      renamed(size),
      times(size, (at) => locked(`p/silver.o${at}`)),
    ),
  ),
  form("renamed tables that the lock does not know", 300, (size) =>
    withLock(
      renamed(size),
      times(size, (at) => locked(`p/silver.x${at}`)),
    ),
  ),
  form("readers of renamed tables by their old names", 1_000, (size) =>
    inPipeline(`${renamed(size)}gold:\n${times(size, (at) => `  g${at}: { from: silver.o${at} }\n`)}`),
  ),
  form("readers of tables that other pipelines have", 300, (size) => ({
    "sluice.yaml": project,
    "pipelines/p.yaml": `${head}silver:\n${times(size, (at) => `  r${at}: { from: silver.t${at} }\n`)}`,
    ...Object.fromEntries(
      Array.from({ length: size }, (_, at) => [
        `pipelines/o${at}.yaml`,
        `pipeline: o${at}\nsilver:\n  t${at}: { from: p/bronze.a }\n`,
      ]),
    ),
  })),
  form("a lock of a query that goes on and on", 5_000, (size) =>
    withLock(
      `${head}silver:\n  t: { from: bronze.a, columns: { x: id } }\n`,
      locked("p/silver.t", `    goes_on_from:\n${times(size, (at) => `      - ${size - at}-00000000\n`)}`).replace(
        "generation: 1",
        `generation: ${size + 1}`,
      ),
    ),
  ),
  form("a lock of many queries that went on", 300, (size) =>
    withLock(
      `${head}silver:\n${times(size, (at) => `  t${at}: { from: bronze.a, columns: { x: id } }\n`)}`,
      times(size, (at) =>
        locked(`p/silver.t${at}`, "    goes_on_from: [2-00000000, 1-00000000]\n").replace(
          "generation: 1",
          "generation: 3",
        ),
      ),
    ),
  ),
  form("a lock of many tables that are gone", 3_000, (size) =>
    withLock(
      head,
      times(size, (at) => locked(`p/silver.t${at}`)),
    ),
  ),
  form("tables that are read again", 300, (size) =>
    withLock(
      `${head}silver:\n${times(size, (at) => `  t${at}: { from: bronze.a, columns: { x: id }, backfill: 2 }\n`)}`,
      times(size, (at) => locked(`p/silver.t${at}`)),
    ),
  ),
  form("rights of many in one table", 500, (size) => ({
    "sluice.yaml": `${database("    tables: { public.t: { owner: owner } }\n")}principals:\n${times(size, role)}`,
    "pipelines/p.yaml": `pipeline: p\ngrants:\n${times(size, (at) => `  r${at}: { connections.db.public.t: [select] }\n`)}`,
  })),
  form("rights of one in many tables", 500, (size) => ({
    "sluice.yaml": `${database(`    tables:\n${times(size, (at) => `      public.t${at}: { owner: owner }\n`)}`)}principals:\n${role(0)}`,
    "pipelines/p.yaml": `pipeline: p\ngrants:\n  r0:\n${times(size, (at) => `    connections.db.public.t${at}: [select]\n`)}`,
  })),
  form("rights in many pipelines", 200, (size) => ({
    "sluice.yaml": `${database(`    tables:\n${times(size, (at) => `      public.t${at}: { owner: owner }\n`)}`)}principals:\n${times(size, role)}`,
    ...Object.fromEntries(
      Array.from({ length: size }, (_, at) => [
        `pipelines/p${at}.yaml`,
        `pipeline: p${at}\ngrants:\n  r${at}: { connections.db.public.t${at}: [select, insert] }\n`,
      ]),
    ),
  })),
  form("rights of nobody", 1_000, (size) => ({
    "sluice.yaml": `${database("    tables: { public.t: { owner: owner } }\n")}principals:\n${times(size, role)}`,
    "pipelines/p.yaml": `pipeline: p\ngrants:\n${times(size, (at) => `  s${at}: { connections.db.public.t: [select] }\n`)}`,
  })),
  form("rights in objects that are named badly", 1_000, (size) => ({
    "sluice.yaml": `${database(`    tables:\n${times(size, (at) => `      public.t${at}: { owner: owner }\n`)}`)}principals:\n${role(0)}`,
    "pipelines/p.yaml": `pipeline: p\ngrants:\n  r0:\n${times(size, (at) => `    connections.db.u${at}: [select]\n`)}`,
  })),
  form("rights in objects that do not exist", 1_000, (size) => ({
    "sluice.yaml": `${database(`    tables:\n${times(size, (at) => `      public.t${at}: { owner: owner }\n`)}`)}principals:\n${role(0)}`,
    "pipelines/p.yaml": `pipeline: p\ngrants:\n  r0:\n${times(size, (at) => `    connections.db.public.u${at}: [select]\n`)}`,
  })),
];
