import { type ChangeRow, keeping, opening, reshaping } from "./change-table.js";

/** The page of the manual about checkpoints and changes, of the table that decides. */
export const statePage = (): string => `<!-- Generated from compiler/lock/change-table.ts by \`npm run generate\`. -->
# State and change

Each streaming query keeps how far it has read, and some keep rows or sums, in a checkpoint. Spark takes many a changed query on its old checkpoint and then gives wrong rows, so what a checkpoint
depends on is part of its path: its facts stand in \`sluice.lock\`, and a change of one opens a new checkpoint. \`sluice compile\` says so when it writes the lock, and \`sluice diff\` without writing:

\`\`\`sh
npx sluice diff                          # against sluice.lock
npx sluice diff --against main           # against a commit, branch or tag: changes in place too
npx sluice diff --against old.lock       # against a lock that was kept elsewhere
npx sluice diff --against main --format json
\`\`\`

For each query that changes it says the class, the clauses that caused it with where they are written, what is removed and read again, what may be there twice, and which queries below follow. [\`sluice plan\`](publishing.md#a-plan) says the same of an environment: from what runs there, as it was last published, to what the project compiles to.

\`sluice compile --watch\` takes nothing out of the lock: where a query would no longer be made it writes nothing and says so, as the file may only be half saved. \`sluice compile\` without it does, when they are to go.

## Classes

| class | what becomes of the query |
|---|---|
| *in place* | It goes on with its checkpoint. Rows that it has written stay as they were made. |
| *new checkpoint, continue* | It begins with a new checkpoint where the old one stopped: nothing is read again, and rows that it has written stay as they were made. Its readers go on in place. |
| *new checkpoint, replay* | It begins with a new checkpoint and reads all of its input again. Rows of a table are removed once before, where \`backfill\` was raised for it or above; a table with \`write: replace\` is computed anew and swapped; documents are upserted again by their ids; events are sent again, and readers know repeats by \`event_id\`; files go to a folder of the new checkpoint. |
| *refused without consent* | Its table holds rows of the old checkpoint, and beside them those of a new one would stand twice or be of another kind. The notebook does not start where there are such rows, until somebody consents by raising \`backfill\` of the table or of one that it reads, which makes it a replay. A table that is still empty begins at once. |

Only the plan for an environment knows these two, where what was published there before is published again, or gone back to:

| class | what becomes of the query |
|---|---|
| *an earlier checkpoint* | It opens again a checkpoint that it had before the one that runs. Where rows are added to a table or merged into it, it does not start if the one that runs has written any, until \`backfill\` is raised; if not, it reads what has come since. A table with \`write: replace\` is computed anew once what it reads has changed since. A sink writes again what has come since. It needs \`--allow\`. |
| *an earlier checkpoint, continue* | The one that runs is one that it goes on from (*new checkpoint, continue*), and its own was made before. Its notebook goes by who has made the latest batch: it goes on with its own checkpoint, or begins that again where the other one stopped. Nothing is read twice. Only where the other one has made a batch after it had begun one of its own it does not start, until \`backfill\` is raised. |

A query goes on (*new checkpoint, continue*) where all that changed permits it (the rows of the table below that say so) and no query above begins anew. The position is handed over by the notebook itself, at its first start: it makes the beginnings of the new checkpoint, with the offsets after the last batch of the old one
that is done. A batch that was stopped before any of its rows was written is made by the new notebook (its record stays in \`_ops/batches\`, and the new one counts its rows too); one that was stopped between two writes, of which the one stands and the other does not, has the notebook refuse to start until the old one has ended it or \`backfill\` is raised.
\`sluice.lock\` has the identities that a query goes on from as \`goes_on_from\`, so an environment that skipped some of them goes on from the one that ran there. Positions are not handed over where more than the position is kept: files that were read are known by a log of their own, and state is of the rows it was made of.
What reads files, keeps state or merges by keys is therefore replayed, or refused. The way to change what such a table does from now on, and leave its old rows, is a new table beside it.

A query whose input begins anew begins anew itself.

Where rows come from and go to may be a variable, and of that \`sluice.lock\` has the name: it holds for all environments. The values are a part of the checkpoint's path that each environment has for itself. Where a value becomes another one in one environment, \`sluice diff\` against a commit says for each query there what that comes to; the others go on.

With \`strict_checkpoints: true\` in \`sluice.yaml\` whatever decides a row counts too: any change of a column, a filter, an expectation that moves rows, or of what becomes of late rows then opens a new checkpoint,
also where a query could go on in place, as does another column of what rows are looked up in. What counts so stands as \`logic\` in \`sluice.lock\`, beside the facts and no part of the checkpoint's path, so that switching it on or off changes no checkpoint. Switch it on in a commit of its own: of what changes in the same one the lock does not have how it was.

Of a query that reads files the lock also says what finds them (\`reader\`: \`auto_loader\` on Databricks, else \`files\`), as no part of the path: a project that goes from one platform to the other begins these anew, and a lock without it, of an earlier version, takes what is there now for what was: compile once before you change \`spark\`. On this machine files are found by Spark's own source on every platform; where the project has an environment in Azure too, they are read again here as there.

Of an aggregate of windows it says as what Spark keeps it, where that is not of its own type: \`sum(n) → bigint, kept as decimal(30,0)\`. A version of sluice that has Spark keep it otherwise then begins such windows anew, where Spark would refuse to start; windows that late rows correct too, though they keep no state.

## What opens a new checkpoint

The first row that fits decides. Rows with *continue* hand over the position. *Spark* says what Spark makes of the change on the old checkpoint. The changes in \`test/restarts.ts\` were made on Spark 3.5.5; each names its row, and what it came to is among what that row says. \`test/spark/state\` restarts emitted notebooks that have changed: on the old checkpoint, and by the rule; rows that nothing restarts, and why, stand in its \`cases.ts\`. What else stands there follows from how Spark and sluice read and keep state, and was not measured: it \`refuses\`, or goes on with \`wrong rows\` or \`right rows\`; several where it depends on types or on what else changed.

| row | change | of | Spark | why |
|---|---|---|---|---|
${opening.map(lineOf).join("\n")}

## What a table does not take

The checkpoint would do, and the notebook stops at the table that stands there, before any query starts: *refused without consent*. \`sluice diff\` sees it against a commit, as a lock does not know the columns of all tables.
A table with \`write: replace\` is not begun anew by a raised \`backfill\`: drop it, and it is computed.

| row | change | of | Spark | why |
|---|---|---|---|---|
${lineOf(reshaping)}

## What goes on in place

By the clause of the table, sink or source in the YAML.

| row | change | of | Spark | why |
|---|---|---|---|---|
${keeping.map(lineOf).join("\n")}
`;

const lineOf = ({ id, change, queries, checkpoint, spark, reason, stricter }: ChangeRow): string =>
  `| \`${id}\`${checkpoint === "continued" ? " (continue)" : ""} | ${change} | ${queries.length > 12 ? "all" : queries.join(", ")} | ${spark.length === 0 ? "keeps no checkpoint of it" : spark.join(", ")} | ${reason}${stricter === undefined ? "" : `. Stricter than Spark: ${stricter}`} |`;
