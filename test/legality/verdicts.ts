import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import type { Tree } from "../golden.js";

/** One query that was started on Spark 3.5.5 (and 4.0.0, with the same verdict) in one output mode: two batches with rows and the one without. */
export interface Plan {
  /** `G04/append`: which query, and its output mode. */
  readonly plan: string;
  readonly what: string;
  readonly accepted: boolean;
  /** When Spark refused it: as the frame was made, as the query was started, or in a batch. */
  readonly stage?: "build" | "start" | "run";
  /** Class, or beginning, of Spark's message. */
  readonly error?: string;
}

type Layers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Tables of our language, and the plans that they stand for, by how our verdict on them compares with Spark's. */
export interface Verdict {
  readonly what: string;
  /** Spark takes them, and the tables compile. */
  readonly accepted: readonly string[];
  /** Spark refuses them, and so do we. */
  readonly refused: readonly string[];
  /** Spark takes them and we do not, because of `because`. */
  readonly stricter: readonly string[];
  /** Spark refuses them, and the tables compile to something else, because of `because`. */
  readonly madeRight: readonly string[];
  /** The codes of all errors, sorted; none: the tables compile. */
  readonly by: readonly string[];
  readonly because: string | undefined;
  readonly layers: Layers;
}

export interface Unsayable {
  readonly rule: string;
  readonly plans: readonly string[];
}

const folder = "test/legality";

export const plans = (): readonly Plan[] =>
  readFileSync(`${folder}/plans.jsonl`, "utf8")
    .trimEnd()
    .split("\n")
    .map((line): Plan => JSON.parse(line));

export function verdicts(): { readonly tables: readonly Verdict[]; readonly unsayable: readonly Unsayable[] } {
  const { tables, unsayable } = parse(readFileSync(`${folder}/verdicts.yaml`, "utf8"));
  return { tables: tables.map(verdict), unsayable };
}

// The edge where YAML becomes typed; its keys are held by the test.
function verdict({
  what,
  accepted = [],
  refused = [],
  stricter = [],
  made_right: madeRight = [],
  by = [],
  because,
  ...layers
}: Partial<Verdict> & { readonly what: string; readonly made_right?: readonly string[] } & Layers): Verdict {
  return { what, accepted, refused, stricter, madeRight, by: [...by].sort(), because, layers };
}

/** The project with the tables that verdicts read, and these. */
export function projectWith(layers: Layers): Tree {
  const [project = "", pipeline = ""] = readFileSync(`${folder}/base.yaml`, "utf8").split(/^---\n/m);
  const base: Layers & { readonly pipeline: string } = parse(pipeline);
  const added = Object.entries(layers).map(([layer, tables]) => [layer, { ...base[layer], ...tables }]);
  const merged = { ...base, ...Object.fromEntries(added) };
  return { "sluice.yaml": project, "pipelines/pipeline.yaml": stringify(merged, { aliasDuplicateObjects: false }) };
}
