import { NotKnown } from "../warehouse/tokens.js";
import { printDefinition } from "./parse-table.js";
import type { Guard, GuardedStep, Step, TableDefinition, TableName } from "./syntax.js";

/** Conditions are those of the statement itself: that what it takes is there, and what it makes is not. Throws `NotKnown`. */
export function checkGuards(step: GuardedStep, guards: readonly Guard[]): void {
  const made =
    step.kind === "create" ? step.table : step.kind === "rename" ? { ...step.table, name: step.to } : undefined;
  const taken = step.kind === "create" ? undefined : step.table;
  for (const { table, isThere } of guards)
    if (!isSame(table, isThere ? taken : made))
      throw new NotKnown(
        `${step.kind} of ${step.table.name} depends on whether ${table.name} is ${isThere ? "" : "not "}there.`,
      );
}

/** What procedures do is about tables that they or the script (`before`) make, and those that they fill are like the ones they fill them from. Throws `NotKnown`. */
export function checkSteps(steps: readonly Step[], before: readonly Step[]): void {
  const all = [...before, ...steps];
  const named = all.flatMap((step): readonly TableName[] => {
    if (step.kind === "create") return [step.table];
    return step.kind === "rename" ? [{ ...step.table, name: step.to }] : [];
  });
  for (const step of all) {
    if ((step.kind === "drop" || step.kind === "rename") && !named.some((one) => isSame(one, step.table)))
      throw new NotKnown(`There never is a table ${step.table.schema}.${step.table.name}.`);
    if (step.kind === "merge") columnsAlike(definition(step.into, all), definition(step.from, all));
  }
  for (const { table, to } of steps.filter((step) => step.kind === "rename")) {
    const [from, into] = [find(table, all), find({ ...table, name: to }, all)];
    if (from && into && printDefinition(from) !== printDefinition(into))
      throw new NotKnown(`${table.name} takes the name of ${to}, and is another table.`);
  }
}

function columnsAlike(one: TableDefinition, other: TableDefinition): void {
  if (printDefinition({ ...one, stored: "" }) !== printDefinition({ ...other, stored: "" }))
    throw new NotKnown(`${other.name} has other columns than ${one.name}.`);
}

function definition(table: TableName, known: readonly Step[]): TableDefinition {
  const found = find(table, known);
  if (found === undefined) throw new NotKnown(`There is no table ${table.schema}.${table.name}.`);
  return found;
}

function find(table: TableName, known: readonly Step[]): TableDefinition | undefined {
  const found = known.find((step) => step.kind === "create" && isSame(step.table, table));
  return found?.kind === "create" ? found.table : undefined;
}

const isSame = (one: TableName, other: TableName | undefined): boolean =>
  one.schema === other?.schema && one.name === other.name;
