import type { ControlIr, LandingIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { ForEach } from "./activity.js";
import { eachTable } from "./landing.js";
import { readingNames, wholeNames } from "./names.js";
import { groupsOf, itemOf, type TableItem } from "./tables.js";
import { eachWholeTable } from "./whole-landing.js";
import { type WholeItem, wholeGroupsOf, wholeItemOf } from "./whole-tables.js";

/** The lists that a pipeline's loops go through, by their parameters. */
export type TableLists = {
  readonly [name: string]: { readonly type: "array"; readonly defaultValue: readonly (TableItem | WholeItem)[] };
};

/** What lands tables: a loop for each group of them, and what it goes through; `atOnce` of a group are read at the same time. */
export function readingOf(
  landings: readonly LandingIr[],
  atOnce: number,
  control: ControlIr,
  project: ProjectIr,
): { readonly activities: readonly ForEach[]; readonly parameters: TableLists } {
  const groups = groupsOf(landings);
  const wholeGroups = wholeGroupsOf(landings);
  return {
    activities: [
      ...groups.map((group) => eachTable(group, atOnce, control, project)),
      ...wholeGroups.map((group) => eachWholeTable(group, atOnce, control, project)),
    ],
    parameters: Object.fromEntries([
      ...groups.map(({ number, landings }) => [readingNames(number).tables, listOf(landings.map(itemOf))] as const),
      ...wholeGroups.map(
        ({ number, landings }) => [wholeNames(number).tables, listOf(landings.map(wholeItemOf))] as const,
      ),
    ]),
  };
}

const listOf = <Item>(items: readonly Item[]) => ({ type: "array", defaultValue: items }) as const;
