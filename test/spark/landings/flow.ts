import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Report } from "../../../compiler/diagnostics/report.js";
import type { Artifact } from "../../../compiler/emit/artifact.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { type Merged, mergedProject } from "../../../targets/spark/apply-changes.fixture.js";
import { spark } from "../../../targets/spark/spark.js";
import { keptRunner } from "../kept.js";

/** The notebooks of a flow's job, run as they were emitted, on lakes into which the test lands files itself. */
export interface Flow {
  readonly folder: string;
  /** The engine's Python, which has no part in the test but to calculate. */
  readonly python: string;
  /** Runs a notebook of the job; what went wrong, if anything did. `instead`: code that stands behind what notebooks share. */
  readonly run: (notebook: string, lake: string, landings: Landings, instead?: string) => Promise<string | undefined>;
  /** What notebooks have printed so far. */
  readonly printed: readonly string[];
  readonly rows: (lake: string, table: string, ...columns: readonly string[]) => Promise<readonly TableRow[]>;
  /** Writes a file below the folder. */
  readonly write: (path: string, text: string) => void;
  /** Writes a file as an orchestrator's copy writes Parquet. */
  readonly parquet: (path: string, columns: Readonly<Record<string, string>>, ...records: Records) => Promise<void>;
  readonly close: () => void;
}

type Records = readonly (readonly (string | null)[])[];

/** By table, the last landing that is whole. */
export type Landings = Readonly<Record<string, number>>;

/** What is made of a project, and what its job `shop` is given. */
export interface Made {
  readonly artifacts: Iterable<Pick<Artifact, "path" | "body">>;
  readonly parameters: Readonly<Record<string, string>>;
  /** By which name its notebooks know what has landed of a bronze table. */
  readonly sourceOf: (table: string) => string;
}

export const openFlow = (tables: readonly Merged[]): Promise<Flow> =>
  openMade({
    artifacts: spark.build(mergedProject(tables), new Report())?.print() ?? [],
    parameters: Object.fromEntries(tables.map(({ name }) => [`silver_${name}_place`, "here"])),
    sourceOf: (table) => `shop/bronze.${table}`,
  });

export async function openMade({ artifacts, parameters: places, sourceOf }: Made): Promise<Flow> {
  const folder = mkdtempSync(join(tmpdir(), "sluice-flow-"));
  const notebooks = join(folder, "common/databricks/notebook/shop");
  for (const { path, body } of artifacts) write(path, body);
  const { python } = await ensureSpark(() => {});
  const runner = await keptRunner();
  const printed: string[] = [];
  return {
    folder,
    python,
    printed,
    async run(notebook, lake, landings, instead) {
      if (instead !== undefined) writeInstead(notebook, instead);
      const told = Object.entries(landings).map(([name, landing]) => ({ source: sourceOf(name), landing }));
      const path = join(notebooks, `${instead === undefined ? "" : "instead_"}${notebook}.py`);
      const parameters = { ...places, lake: join(folder, lake), landings: JSON.stringify(told) };
      const ran = await runner.run([{ name: notebook, path, form: "databricks", parameters }], (event) => {
        if (event.kind === "printed") printed.push(event.line);
      });
      return ran.kind === "failed" ? ran.traceback : undefined;
    },
    rows: (lake, table, ...columns) =>
      runner.rows(join(folder, lake, table.replace(".", "/")), columns.length > 0 ? columns : undefined),
    write,
    parquet(path, columns, ...records) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      const typed = Object.entries(columns).map(([name, type]) => ({ name, type }));
      return runner.parquet({ path: join(folder, path), columns: typed, records });
    },
    close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };

  function writeInstead(notebook: string, code: string): void {
    const cells = readFileSync(join(notebooks, `${notebook}.py`), "utf8").split("\n\n# COMMAND ----------\n\n");
    const at = cells.indexOf("# MAGIC %run ../common") + 1;
    write(
      `common/databricks/notebook/shop/instead_${notebook}.py`,
      [...cells.slice(0, at), code, ...cells.slice(at)].join("\n\n# COMMAND ----------\n\n"),
    );
  }

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
