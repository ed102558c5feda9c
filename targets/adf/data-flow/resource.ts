import { nameHash } from "../../../compiler/emit/name-hash.js";
import type { DataFlowIr, FlowIr } from "../../../compiler/ir/flow.js";
import type { ProjectIr } from "../../../compiler/ir/ir.js";
import { ofProject } from "../../../compiler/ir/shared-names.js";
import { lakeParquet, lakeService, ownedBy } from "../names.js";
import { type LinkedServiceReference, linkedService } from "../reference.js";
import { scriptOf } from "./script.js";

/** https://learn.microsoft.com/azure/data-factory/concepts-data-flow-overview, and of its script https://learn.microsoft.com/azure/data-factory/data-flow-script */
export type MappingDataFlow = {
  readonly name: string;
  readonly properties: {
    readonly type: "MappingDataFlow";
    readonly description?: string;
    readonly folder: { readonly name: string };
    readonly annotations: readonly string[];
    readonly typeProperties: {
      readonly sources: readonly [
        {
          readonly name: string;
          readonly dataset: { readonly referenceName: string; readonly type: "DatasetReference" };
        },
      ];
      readonly sinks: readonly [{ readonly name: string; readonly linkedService: LinkedServiceReference }];
      readonly transformations: readonly { readonly name: string }[];
      readonly scriptLines: readonly string[];
    };
  };
};

export function mappingDataFlow(flow: DataFlowIr, { name }: FlowIr, project: ProjectIr): MappingDataFlow {
  const { lines, source, transformations, sink } = scriptOf(flow);
  return {
    name: dataFlowName(flow, project),
    properties: {
      type: "MappingDataFlow",
      ...(flow.description === undefined ? {} : { description: flow.description }),
      folder: { name: project.name },
      annotations: [ownedBy(project), `sluice: ${flow.reference} of ${name}`],
      typeProperties: {
        sources: [{ name: source, dataset: { referenceName: lakeParquet(project), type: "DatasetReference" } }],
        sinks: [{ name: sink, linkedService: linkedService(lakeService(project)) }],
        transformations: transformations.map((one) => ({ name: one })),
        scriptLines: lines,
      },
    },
  };
}

/**
 * `imdb_imdb_silver_title_genres`: the project, then the table. A data flow's name has no dash; two that would have one name then are told apart by a hash of what they are.
 * https://learn.microsoft.com/azure/data-factory/naming-rules
 */
export function dataFlowName({ id }: DataFlowIr, project: ProjectIr): string {
  const [pipeline = "", table = ""] = id.split("/");
  const name = `${pipeline}_${table}`.replaceAll(/[.-]/g, "_");
  const isAmbiguous = pipeline.includes("-") || /_(silver|gold)_/i.test(`${pipeline}_`);
  return ofProject(project, name, ...(isAmbiguous ? [nameHash(id)] : []));
}
