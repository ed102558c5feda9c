import { opening } from "../../../compiler/lock/change-table.js";
import type { Case } from "./cases.js";

const columns = "columns: { x: string, y: string, n: int, at: timestamp }";
const base = `
version: 1
project: changes
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections:
  landing: { kind: storage, account: drop, container: landing }
  sent: { kind: storage, account: drop, container: sent }
environments: { local: { on: this-machine } }
---
pipeline: base
sources:
  a: { kind: files, connection: landing, path: "a/*.csv", format: csv, ${columns}, producer: { file: data/a*.csv } }
  s: { kind: files, connection: landing, path: "s/*.csv", format: csv, ${columns}, producer: { file: data/s*.csv } }
bronze: { a: { from: sources.a }, s: { from: sources.s } }
silver:
${["a", "b"].map((name) => `  ${name}: { from: bronze.a, columns: { x: x, y: y, n: n, at: at }, expect: { has_at: { that: at is not null, else: drop } }, watermark: { column: at, delay: 1 minute }, late_rows: drop }`).join("\n")}
  s: { from: bronze.s, columns: { x: x, n: n } }
`.trimStart();

/** What the cases read that others keep: files, with and without a header, and tables. Each is there when its case begins. */
const sources = `
  here: { kind: files, connection: landing, path: "here/*.csv", format: csv, columns: { x: string, n: int } }
  there: { kind: files, connection: landing, path: "there/*.csv", format: csv, columns: { x: string, n: int } }
  headed: { kind: files, connection: landing, path: "bare/*.csv", format: csv, columns: { x: string, n: int } }
  bare: { kind: files, connection: landing, path: "bare/*.csv", format: csv, header: false, columns: { x: string, n: int } }
  one: { kind: lake, connection: landing, path: tables/one, format: delta, changes: append_only, columns: { x: string, n: int } }
  wide: { kind: lake, connection: landing, path: tables/one, format: delta, changes: append_only, columns: { x: string, y: string, n: int } }
  other: { kind: lake, connection: landing, path: tables/one, format: delta, changes: append_only, columns: { x: string, y: string } }
  two: { kind: lake, connection: landing, path: tables/two, format: delta, changes: append_only, columns: { x: string, n: int } }`;

/** The name of the table of the case that stands there. */
export const nameOf = (at: number): string => `t${at + 1}`;
export const newNameOf = (at: number): string => `${nameOf(at)}_renamed`;
export function layerOf({ before }: Case): "bronze" | "gold" | "sinks" {
  if (before.includes("connection: sent")) return "sinks";
  return before.includes("from: sources.") ? "bronze" : "gold";
}

/** A version of the pipeline. `of`: the clauses of each table; `version`: of what it reads, and of its name. */
function withTables(cases: readonly Case[], of: (one: Case) => string, version: 0 | 1): string {
  const inLayer = (layer: string) =>
    cases.flatMap((one, at) => {
      const name = nameOf(at);
      const clauses = of(one).replaceAll("$", name);
      if (layerOf(one) !== layer) return [];
      const isRenamed = version === 1 && one.isRenamed;
      return isRenamed ? [`  ${newNameOf(at)}: { renamed_from: ${name}, ${clauses} }`] : [`  ${name}: { ${clauses} }`];
    });
  const below = cases.flatMap((one, at) => (one.below ? [`  ${nameOf(at)}: { ${one.below[version]} }`] : []));
  const layers = { bronze: inLayer("bronze"), silver: below, gold: inLayer("gold"), sinks: inLayer("sinks") };
  const written = Object.entries(layers).flatMap(([layer, tables]) =>
    tables.length === 0 ? [] : [`${layer}:`, ...tables],
  );
  return `${base}---\npipeline: changes\nsources:${sources}\n${written.join("\n")}\n`;
}

/** The row says that its change goes on with a new checkpoint where the old one stopped. */
export const continues = ({ row }: Case): boolean => opening.find(({ id }) => id === row)?.checkpoint === "continued";
/** The change needs somebody to consent: rows of a table would stand beside those of another checkpoint. */
export const consents = (one: Case): boolean =>
  !one.isInPlace && !continues(one) && layerOf(one) !== "sinks" && !["replaced", "backfill"].includes(one.row);
/** The project before the changes, after them, and as somebody has consented to them. */
export const versionsOf = (cases: readonly Case[]) => ({
  before: withTables(cases, (one) => one.before, 0),
  after: withTables(cases, (one) => one.after, 1),
  consented: withTables(cases, (one) => `${one.after}${consents(one) ? ", backfill: 1" : ""}`, 1),
});
