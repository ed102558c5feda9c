import { join } from "node:path";
import { ensureSpark } from "../../local/engines/engines.js";
import { ensureDuckdb } from "../../local/engines/packages.js";
import { NotKnown } from "../../local/warehouse/tokens.js";
import { loadWarehouses, queryWarehouse } from "../../local/warehouse/warehouse.js";
import type { Arguments } from "../arguments.js";
import { projectFolder } from "../project.js";
import { misused, type Outcome, refused } from "../refusal.js";
import { stateFolder } from "../run-project.js";
import { rowsText } from "../view-text.js";
import type { World } from "../world.js";

/** `sluice query`: a SELECT in T-SQL over the views of the warehouse, computed on this machine. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const text = given.positional;
  if (text === undefined) return misused("What is asked? Write a SELECT in T-SQL.");
  const project = projectFolder(given, world);
  if (typeof project !== "string") return project;
  const state = stateFolder(given, world, project);
  const progress = (line: string): void => world.err(`${line}\n`);
  try {
    const warehouses = await loadWarehouses(join(state, "artifacts"), given.text("env") ?? "local", join(state, "run"));
    if (warehouses.length === 0)
      return refused(
        "There is no warehouse on this machine yet: 'sluice run' makes that of a project with 'warehouse:'.",
      );
    const engine = async () => ensureDuckdb(await ensureSpark(progress), progress);
    const as = given.list("as");
    const { rows: answer, principals } = await queryWarehouse(engine, warehouses, text, as.length > 0 ? as : undefined);
    if (answer.kind === "refused") return refused(answer.error);
    if (as.length === 0 && principals.length > 0) progress(`As ${principals.join(" and ")}: '--as' tells who asks.`);
    world.out(given.text("format") === "json" ? `${JSON.stringify(answer, null, 2)}\n` : rowsText(answer));
    return 0;
  } catch (error) {
    // A plain error is an engine's own words and what to do; any other kind is a mistake of ours.
    if (error instanceof NotKnown || (error instanceof Error && error.name === "Error")) return refused(error.message);
    throw error;
  }
}
