import type { WalkEvent } from "./adf/world.js";
import type { NotebookFailure, RunnerEvent } from "./runner/answers.js";

/** What came of it: the failure that ended it early, and how long each notebook ran. */
export interface Drained {
  readonly failure?: NotebookFailure;
  readonly seconds: ReadonlyMap<string, number>;
  /** Spark's own watermark at the end of each query that has one, by query. */
  readonly watermarks: ReadonlyMap<string, string>;
  /** What was copied, in the order in which it was done. */
  readonly landed: readonly Landed[];
}

/** What an activity has copied. */
export interface Landed {
  readonly wave: number | undefined;
  readonly rows: number;
  /** What the activity says of it: `Source`, `Interval`. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What is noted of what notebooks tell. */
export interface Notes extends Drained {
  readonly take: (event: RunnerEvent) => void;
  readonly land: (event: WalkEvent, wave: number | undefined) => void;
}

export function notesOfNotebooks(): Notes {
  const seconds = new Map<string, number>();
  const watermarks = new Map<string, string>();
  const landed: Landed[] = [];
  return {
    seconds,
    watermarks,
    landed,
    land: ({ type, state, output, properties }, wave) => {
      // A copy that unpacks archives has no rows.
      if (type !== "Copy" || state !== "Succeeded" || output["rowsCopied"] === undefined) return;
      const texts = Object.entries(properties).map(([name, value]) => [name, String(value)]);
      landed.push({ wave, rows: Number(output["rowsCopied"]), properties: Object.fromEntries(texts) });
    },
    take: (event) => {
      if (event.kind === "finished") seconds.set(event.notebook, (seconds.get(event.notebook) ?? 0) + event.seconds);
      if (event.kind === "printed") noteWatermark(event.line, watermarks);
    },
  };
}

/** The log line that a query ends with: `{"query": …, "state": "finished", "watermark": …}`. */
export function noteWatermark(line: string, watermarks: Map<string, string>): void {
  if (!line.startsWith('{"query"') || !line.includes('"finished"')) return;
  const { query, watermark }: { readonly query: string; readonly watermark: string | null } = JSON.parse(line);
  if (watermark !== null) watermarks.set(query, watermark);
}
