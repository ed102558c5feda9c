import type { Artifact } from "../../compiler/emit/artifact.js";
import { type Compared, type CompareOptions, compared, comparing, contentOf } from "./compare.js";
import { type CompareThread, startCompareThread } from "./compare-beside.js";
import { diskFolder } from "./folder.js";
import { workFolder } from "./journal.js";
import { manifestPath } from "./manifest.js";

/** From so many artifacts on, a thread is worth its start. */
const batchSize = 64;

/** So many batches may wait, of a bench's units three megabytes: a thread takes as long to start as they take to be made. More would fill the memory. */
const mostWaiting = 16;

/** Holds all artifacts against what stands in an output folder, many of them in a thread beside this one. Rejects with what the disk says. */
export async function compareAll(
  artifacts: Iterable<Artifact>,
  out: string,
  options: CompareOptions,
): Promise<readonly Compared[]> {
  const compare = comparing(diskFolder(out), options);
  const found: Compared[] = [];
  let thread: CompareThread | undefined;
  try {
    for (const batch of batched(artifacts)) {
      if (thread === undefined) {
        found.push(...batch.map((artifact) => compared(artifact, compare(contentOf(artifact)))));
        if (batch.length === batchSize) thread = startCompareThread(out, options);
      } else {
        thread.give(batch);
        if (thread.waiting === mostWaiting) found.push(...(await thread.take()));
      }
    }
    while (thread !== undefined && thread.waiting > 0) found.push(...(await thread.take()));
  } finally {
    await thread?.end();
  }
  return found;
}

function* batched(artifacts: Iterable<Artifact>): Generator<readonly Artifact[], void> {
  let batch: Artifact[] = [];
  for (const artifact of artifacts) {
    checkPath(artifact.path);
    batch.push(artifact);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** An artifact outside the folder would be a mistake of a target. */
function checkPath(path: string): void {
  if (path === manifestPath || path === workFolder || path.startsWith(`${workFolder}/`) || isOutside.test(path)) {
    throw new Error(`'${path}' is not a path that an artifact can have`);
  }
}

/** An empty part, one that stands for a folder (`.`, `..`), or another system's separator. */
const isOutside = /(^|\/)\.{0,2}(\/|$)|\\/;
