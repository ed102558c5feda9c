import { mkdir } from "node:fs/promises";
import { type OpenCapture, openCapture } from "../capture/capture.js";
import { captureOf } from "../capture/source.js";
import type { Draining } from "../drain.js";
import { hubFeeds, placed } from "../job.js";
import { nap } from "./nap.js";

/** Cuts the capture files of a job's sources, by time and by size, until it is halted; what is in open files then is not lost. */
export async function cutCaptures({ job, session, progress }: Draining, halt: AbortSignal): Promise<void> {
  const open: { readonly source: string; readonly capture: OpenCapture }[] = [];
  try {
    for (const feed of hubFeeds(job)) {
      if (feed.capture === null) continue;
      const capture = await openCapture(captureOf(feed, feed.capture, session.places));
      open.push({ source: feed.source, capture });
    }
    while (!halt.aborted) {
      for (const { source, capture } of open) {
        const captured = await capture.cut({ flush: false, now: Date.now() });
        if (captured.files > 0) progress({ kind: "captured", source, ...captured });
      }
      await nap(1_000, halt);
    }
  } finally {
    for (const { capture } of open) await capture.close();
  }
}

/** Spark's file source wants its folder to be there when the query starts, and the first file is only cut later. */
export async function ensureCaptureFolders({ job, session }: Draining): Promise<void> {
  for (const { capture } of hubFeeds(job))
    if (capture !== null) await mkdir(placed(capture.folder, session.places), { recursive: true });
}
