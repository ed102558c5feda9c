import type { ControlIr, LandingIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { ForEach } from "./activity.js";
import type { AtOnce } from "./at-once.js";
import { eachFileSet } from "./file-landing.js";
import { type FileItem, fileGroupsOf, fileItemOf } from "./file-sets.js";
import { eachTable } from "./landing.js";
import { fileNames, readingNames, wholeNames } from "./names.js";
import { groupsOf, itemOf, type TableItem } from "./tables.js";
import { eachWholeTable } from "./whole-landing.js";
import { type WholeItem, wholeGroupsOf, wholeItemOf } from "./whole-tables.js";
import { capOf } from "./window-trigger.js";

/** What a pipeline may be given: the lists that its loops go through, and up to where rows are read. */
export type Parameters = {
  readonly [name: string]:
    | { readonly type: "array"; readonly defaultValue: readonly (FileItem | TableItem | WholeItem)[] }
    | { readonly type: "string"; readonly defaultValue: string };
};

/** What lands tables: a loop for each group of them, and what it goes through. */
export function readingOf(
  landings: readonly LandingIr[],
  atOnce: AtOnce,
  isCapped: boolean,
  control: ControlIr,
  project: ProjectIr,
): { readonly activities: readonly ForEach[]; readonly parameters: Parameters } {
  const groups = groupsOf(landings);
  const wholeGroups = wholeGroupsOf(landings);
  const fileGroups = fileGroupsOf(landings);
  return {
    activities: [
      ...groups.map((group) => eachTable(group, atOnce(group.landings[0].landing), isCapped, control, project)),
      ...wholeGroups.map((group) => eachWholeTable(group, atOnce(group.landings[0]), control, project)),
      ...fileGroups.map((group) => eachFileSet(group, atOnce(group.landings[0]), control, project)),
    ],
    parameters: Object.fromEntries([
      ...groups.map(({ number, landings }) => [readingNames(number).tables, listOf(landings.map(itemOf))] as const),
      ...wholeGroups.map(
        ({ number, landings }) => [wholeNames(number).tables, listOf(landings.map(wholeItemOf))] as const,
      ),
      ...fileGroups.map(
        ({ number, landings }) => [fileNames(number).fileSets, listOf(landings.map(fileItemOf))] as const,
      ),
      ...Object.entries(capOf(isCapped)),
    ]),
  };
}

const listOf = <Item>(items: readonly Item[]) => ({ type: "array", defaultValue: items }) as const;
