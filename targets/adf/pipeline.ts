import type { ControlIr, FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Activity } from "./activity.js";
import { jobOf } from "./global-parameters.js";
import { eachTable } from "./landing.js";
import { ownedBy, readingNames, wholeNames } from "./names.js";
import { groupsOf, itemOf, type TableItem } from "./tables.js";
import { taking } from "./taking.js";
import { eachWholeTable } from "./whole-landing.js";
import { type WholeItem, wholeGroupsOf, wholeItemOf } from "./whole-tables.js";

/** https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities */
export type Pipeline = {
  readonly name: string;
  readonly properties: {
    readonly description?: string;
    readonly activities: readonly Activity[];
    readonly parameters: {
      readonly [name: string]: { readonly type: "array"; readonly defaultValue: readonly (TableItem | WholeItem)[] };
    };
    readonly concurrency: 1;
    readonly folder: { readonly name: string };
    readonly annotations: readonly string[];
  };
};

/**
 * Lands the tables, then has the job take what landed. It runs once at a time (`concurrency`): a second run waits for the first,
 * for both would read from the same marks.
 */
export function pipelineOf(flow: FlowIr, control: ControlIr, project: ProjectIr): Pipeline {
  const groups = groupsOf(flow);
  const wholeGroups = wholeGroupsOf(flow);
  const reading = [
    ...groups.map((group) => eachTable(group, control, project)),
    ...wholeGroups.map((group) => eachWholeTable(group, control, project)),
  ];
  const job = jobOf(flow, project);
  return {
    name: flow.name,
    properties: {
      ...(flow.description === undefined ? {} : { description: flow.description }),
      activities: [
        ...reading,
        ...(job
          ? taking(
              flow,
              job,
              control,
              project,
              reading.map(({ name }) => name),
            )
          : []),
      ],
      parameters: Object.fromEntries([
        ...groups.map(({ number, landings }) => [readingNames(number).tables, listOf(landings.map(itemOf))] as const),
        ...wholeGroups.map(
          ({ number, landings }) => [wholeNames(number).tables, listOf(landings.map(wholeItemOf))] as const,
        ),
      ]),
      concurrency: 1,
      folder: { name: project.name },
      annotations: [ownedBy(project), `sluice: ${flow.origin.file.path}`],
    },
  };
}

const listOf = <Item>(items: readonly Item[]) => ({ type: "array", defaultValue: items }) as const;
