import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { diskHost } from "../../../cli/disk-host.js";
import { compile } from "../../../compiler/compile.js";
import type { Host } from "../../../compiler/host.js";
import { targets } from "../../../targets/index.js";
import { writeArtifacts } from "../../artifacts.js";

export const projectDir = "pipelines/youflix";
export const pizzaStoreDir = "pipelines/pizza-store";

/** Writes what the compiler makes of the project for this machine, or of another one. */
export function compileInto(artifactsDir: string, host: Host = diskHost(projectDir)): void {
  const { artifacts, diagnostics } = compile(host, targets, { environments: ["local"] });
  if (artifacts.length === 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  writeArtifacts(artifactsDir, artifacts);
}

export type Rows = readonly Readonly<Record<string, unknown>>[];

/** What the silver tables must hold, calculated in plain Python from the sample files. */
export function expectedTables(): Readonly<Record<string, Rows>> {
  const script = fileURLToPath(new URL("./expected.py", import.meta.url));
  const text = execFileSync("python3", [script, join(projectDir, "samples")], { encoding: "utf8" });
  return JSON.parse(text);
}

/** The same of the pizza store; of a version the waves from and until which it holds. */
export function expectedPizzaStore(): Readonly<Record<string, Rows>> {
  const script = fileURLToPath(new URL("./expected_pizza_store.py", import.meta.url));
  return JSON.parse(execFileSync("python3", [script, join(pizzaStoreDir, "samples")], { encoding: "utf8" }));
}

/** Rows of a view, as texts. */
export type ShownRows = readonly (readonly (string | number | null)[])[];

/** What the pizza store's warehouse must show. */
export interface PizzaReports {
  readonly fact_sales: ShownRows;
  readonly sales_per_city: ShownRows;
  /** With the waves from and until which a version holds. */
  readonly stores: ShownRows;
  /** By the groups that who asks is in, with a space between. */
  readonly receipts: Readonly<Record<string, ShownRows>>;
}

/** Calculated in plain Python from the sample files and the key by which customers are told apart. */
export function expectedPizzaReports(key: string): PizzaReports {
  const script = fileURLToPath(new URL("./expected_pizza_reports.py", import.meta.url));
  return JSON.parse(execFileSync("python3", [script, join(pizzaStoreDir, "samples"), key], { encoding: "utf8" }));
}
