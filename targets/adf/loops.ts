import type { ControlIr, LandingIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { ForEach } from "./activity.js";
import { eachApiSource } from "./api-landing.js";
import { type ApiItem, apiGroupsOf, apiItemOf } from "./apis.js";
import { eachFileSet } from "./file-landing.js";
import { type FileItem, fileGroupsOf, fileItemOf } from "./file-sets.js";
import { eachTable } from "./landing.js";
import { apiNames, fileNames, readingNames, wholeNames } from "./names.js";
import { groupsOf, itemOf, type TableItem } from "./tables.js";
import { eachWholeTable } from "./whole-landing.js";
import { type WholeItem, wholeGroupsOf, wholeItemOf } from "./whole-tables.js";

/** What a loop is at: all that differs from one landing to the next. */
export type LoopItem = ApiItem | FileItem | TableItem | WholeItem;

/** One ForEach of a pipeline: it lands what is read in one way from one connection. */
export interface Loop {
  readonly landings: readonly [LandingIr, ...LandingIr[]];
  /** The pipeline's parameter with what the loop goes through. */
  readonly parameter: string;
  readonly items: readonly LoopItem[];
  /** `isCapped`: up to the end of the run's window. */
  readonly activity: (atOnce: number, isCapped: boolean, control: ControlIr, project: ProjectIr) => ForEach;
}

export function loopsOf(landings: readonly LandingIr[]): readonly Loop[] {
  return [
    ...groupsOf(landings).map((group): Loop => {
      const [first, ...rest] = group.landings;
      return {
        landings: [first.landing, ...rest.map(({ landing }) => landing)],
        parameter: readingNames(group.number).tables,
        items: group.landings.map(itemOf),
        activity: (...given) => eachTable(group, ...given),
      };
    }),
    ...wholeGroupsOf(landings).map(
      (group): Loop => ({
        landings: group.landings,
        parameter: wholeNames(group.number).tables,
        items: group.landings.map(wholeItemOf),
        activity: (atOnce, _isCapped, control, project) => eachWholeTable(group, atOnce, control, project),
      }),
    ),
    ...fileGroupsOf(landings).map(
      (group): Loop => ({
        landings: group.landings,
        parameter: fileNames(group.number).fileSets,
        items: group.landings.map(fileItemOf),
        activity: (atOnce, _isCapped, control, project) => eachFileSet(group, atOnce, control, project),
      }),
    ),
    ...apiGroupsOf(landings).map(
      (group): Loop => ({
        landings: group.landings,
        parameter: apiNames(group.number).sources,
        items: group.landings.map(apiItemOf),
        activity: (atOnce, _isCapped, control, project) => eachApiSource(group, atOnce, control, project),
      }),
    ),
  ];
}
