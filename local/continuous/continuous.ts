import { join } from "node:path";
import { type Draining, drainOnce, ensureTopics, notebooksOf } from "../drain.js";
import { hubFeeds } from "../job.js";
import { extentOf } from "../kafka/topics.js";
import { type Drained, notesOfNotebooks } from "../notes.js";
import { queryResults } from "../results.js";
import { cutCaptures, ensureCaptureFolders } from "./captures.js";
import { nap } from "./nap.js";
import { producersOf } from "./producers.js";
import { type Tally, tallyOf } from "./tally.js";

/**
 * Runs a job as it runs in the cloud: producers at their rate, capture files cut by time and size, and all queries side by
 * side, each in its declared rhythm. Told to drain, it stops the producers, has the queries rest, and drains what is there as
 * any run does.
 */
export async function runContinuously(draining: Draining, drain: AbortSignal): Promise<Drained> {
  const { request, job, session, progress } = draining;
  const { runner, places } = session;
  const notes = notesOfNotebooks();
  const { setUp, queries } = notebooksOf(job, request, places, { trigger: "as_declared" });

  await ensureTopics(job, places.kafka);
  await ensureCaptureFolders(draining);
  const made = await runner.run(setUp);
  if (made.kind === "failed") return { ...notes, failure: made };
  const tally = tallyOf(job, await queryResults(runner, join(places.state, "lake"), job, notes));

  const halted = new AbortController();
  const halt = AbortSignal.any([halted.signal, drain, ...(request.signal ? [request.signal] : [])]);
  const producers = await producersOf(draining, halt);
  const beside = runner.runBeside(job.job, queries, (event) => {
    notes.take(event);
    if (event.kind === "printed") tally.take(event.line);
  });
  drain.addEventListener("abort", () => progress({ kind: "draining" }), { once: true, signal: halted.signal });
  progress({ kind: "beside" });
  const others = Promise.all([producers.run(), cutCaptures(draining, halt), tell(draining, tally, halt)]);
  try {
    await Promise.race([beside.outcome, others]);
  } finally {
    halted.abort();
    beside.rest();
    await Promise.allSettled([beside.outcome, others]);
  }
  const outcome = await beside.outcome;
  if (outcome.kind === "failed") return { ...notes, failure: outcome };

  const failure = await drainOnce(draining, notebooksOf(job, request, places).queries, notes);
  if (failure) return { ...notes, failure };
  await producers.drained();
  return notes;
}

/** Tells how the queries stand, every two seconds. */
async function tell({ job, session, progress }: Draining, tally: Tally, halt: AbortSignal): Promise<void> {
  while (true) {
    const sources = await Promise.all(
      hubFeeds(job).map(async ({ source, topic }) => {
        const { begin, end } = await extentOf(session.places.kafka, topic);
        return { source, events: end.reduce((sum, offset, at) => sum + Number(offset - (begin[at] ?? 0n)), 0) };
      }),
    );
    if (halt.aborted) return;
    progress({ kind: "tally", sources, queries: tally.now(sources) });
    await nap(2_000, halt);
  }
}
