import { type Fed, feed } from "./producer/feed.js";
import type { RunProgress } from "./progress.js";
import type { RunRequest } from "./run.js";
import type { WaveFile } from "./waves.js";

/** What a file is sent with. */
export interface Sending {
  readonly request: RunRequest;
  readonly kafka: string;
  readonly wave: number;
  /** Rows of earlier files in each partition of the topic. */
  readonly before: readonly number[];
  readonly signal?: AbortSignal;
  readonly progress: (event: RunProgress) => void;
}

/** Sends a file to its topic, at the rate that was asked for or declared. */
export async function send({ feed: source, path }: WaveFile, sending: Sending): Promise<Fed> {
  const { request, kafka, wave, before, signal, progress } = sending;
  const tell = ({ sent, skipped }: Pick<Fed, "sent" | "skipped">, isDone: boolean) =>
    progress({ kind: "fed", wave, source: source.source, file: path, sent, skipped, isDone });
  const { topic, format, columns, key } = source;
  const fed = await feed({
    ...{ bootstrap: kafka, topic, file: path, format, columns, key, before },
    ...(source.cells ? { cells: source.cells } : {}),
    ...(signal ? { signal } : {}),
    rate: request.rate === "max" ? null : (request.rate ?? source.rate),
    onProgress: (sofar) => tell(sofar, false),
  });
  tell(fed, true);
  return fed;
}
