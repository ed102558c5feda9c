import { tablesRead } from "../compiler/ir/inputs.js";
import { tablesWritten } from "../compiler/ir/outputs.js";
import type { Query } from "../compiler/ir/query.js";
import type { TableIr } from "../compiler/ir/table.js";
import type { Difference } from "../compiler/lock/differences.js";
import type { Change } from "../compiler/lock/next-lock.js";

/** What it means that a query begins with a new checkpoint, in sentences. */
export interface Consequence {
  /** Until something is done it does not start. */
  readonly waits: readonly string[];
  /** What goes, once. */
  readonly removed: readonly string[];
  /** What is read, computed or sent again. */
  readonly again: readonly string[];
  /** What may be there twice after that. */
  readonly doubles: readonly string[];
}

const nothing: Consequence = { waits: [], removed: [], again: [], doubles: [] };

/** What of a change decides that: whether `backfill` was raised, for it or above, and the clauses of its facts that changed. */
export type Decisive = Pick<Extract<Change, { kind: "replay" }>, "clears" | "clauses" | "goesOn">;

export function consequence(query: Query, { clears, clauses, goesOn }: Decisive): Consequence {
  if (goesOn) return nothing;
  switch (query.kind) {
    case "documents":
      return {
        ...nothing,
        again: ["every document is upserted again, by its id"],
        doubles: ["documents whose rows are no longer made stay"],
      };
    case "send":
      return {
        ...nothing,
        again: ["every event is sent again"],
        doubles: ["events that were sent before come twice; readers know repeats by event_id"],
      };
    case "files":
      return {
        ...nothing,
        again: [`all files are written again, to checkpoint=${query.identity}`],
        doubles: ["files of earlier checkpoints stay in their folders"],
      };
    case "replace":
      return {
        ...nothing,
        waits: clauses.some(mayReshape) ? [dropped] : [],
        again: [`${references(tablesWritten(query)).join(", ")}: computed anew and swapped`],
      };
    default:
      return clears ? { ...nothing, removed: [removed(query)], again: [readAgain(query)] } : { ...nothing, waits };
  }
}

type Appending = Exclude<Query, { kind: "documents" | "send" | "files" | "replace" }>;

function readAgain(query: Appending): string {
  switch (query.kind) {
    case "ingest":
      return sourceReadAgain(query.source.hub, query.source.read);
    case "new-rows":
      return sourceReadAgain(query.source.path, "lake");
    case "new-files":
      return sourceReadAgain(query.source.path, "files");
    case "rows":
    case "windows":
      return allOf(tablesRead(query.input));
    case "interval-join":
      return allOf([...tablesRead(query.input), query.join.table]);
    case "apply-changes":
      return `all landings of ${query.input.reference} are read again`;
  }
}

/** What can be read again of a source is what it still has. */
export function sourceReadAgain(name: string, from: "stream" | "capture" | "files" | "lake"): string {
  switch (from) {
    case "stream":
      return `${name} is read again from the earliest event that it still has; what its retention has passed is lost`;
    case "capture":
      return `all files of ${name} that Capture has written are read again; what was removed of them is lost`;
    case "files":
      return `all files of ${name} that are still there are read again; the rows of those that were removed are lost`;
    case "lake":
      return `the table ${name} is read again as it is then, and landed_at is the time of that; rows that it has lost are lost`;
  }
}

/** Columns and folders of a table are others by it, or may be: of a joined column the type is not known, and nullability is none of a column. */
function mayReshape({ clause, before, after }: Difference): boolean {
  if (/^(?:group_by|partition_by|write)$|^joined\./.test(clause)) return true;
  return /^(?:columns|aggregates)\./.test(clause) && typeIn(before) !== typeIn(after);
}

/** What facts say of an expression's values: `n + 1 → bigint not null`. */
const typeIn = (fact: string | undefined): string | undefined => fact?.split(" → ").at(-1);

const dropped =
  "where the table has other columns or folders than it is to have, it does not start until it is dropped";

const waits = ["where rows of earlier generations stand it does not start, until `backfill` is raised"];

const removed = (query: Query): string =>
  `the rows of ${references(tablesWritten(query)).join(", ")} are removed, once`;

const allOf = (tables: readonly TableIr[]): string => `all of ${references(tables).join(" and ")} is read again`;

const references = (tables: readonly TableIr[]): readonly string[] => tables.map(({ reference }) => reference);
