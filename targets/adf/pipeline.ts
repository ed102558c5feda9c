import type { ControlIr, FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Activity } from "./activity.js";
import { jobOf } from "./global-parameters.js";
import { eachTable } from "./landing.js";
import { ownedBy, readingNames } from "./names.js";
import { groupsOf, itemOf, type TableItem } from "./tables.js";
import { taking } from "./taking.js";

/** https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities */
export type Pipeline = {
  readonly name: string;
  readonly properties: {
    readonly description?: string;
    readonly activities: readonly Activity[];
    readonly parameters: {
      readonly [name: string]: { readonly type: "array"; readonly defaultValue: readonly TableItem[] };
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
  const reading = groups.map((group) => eachTable(group, control, project));
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
      parameters: Object.fromEntries(
        groups.map(({ number, landings }) => [
          readingNames(number).tables,
          { type: "array", defaultValue: landings.map(itemOf) },
        ]),
      ),
      concurrency: 1,
      folder: { name: project.name },
      annotations: [ownedBy(project), `sluice: ${flow.origin.file.path}`],
    },
  };
}
