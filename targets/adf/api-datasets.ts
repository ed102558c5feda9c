import type { ApiIr } from "../../compiler/ir/api.js";
import { apiLandings, type FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { apisOf } from "./apis.js";
import { type FileOfLake, fileOfLake, ofLake, type Resource } from "./datasets.js";
import { type Evaluated, evaluated, item, ofDataset } from "./expression.js";
import { apiAnswers, apiService, lakeAnswers, ownedBy } from "./names.js";
import { type DatasetReference, dataset, linkedService } from "./reference.js";

/** What an API has at a path. https://learn.microsoft.com/azure/data-factory/connector-rest#dataset-properties */
type ApiAnswers = Resource<"RestResource", { readonly url: "String" }, { readonly relativeUrl: Evaluated }>;

/** An answer after another, as they came. https://learn.microsoft.com/azure/data-factory/format-json */
type Answers = Resource<
  "Json",
  { readonly container: "String"; readonly folder: "String"; readonly file: "String" },
  { readonly location: FileOfLake }
>;

/** A dataset for each API, and one for all answers that have landed. */
export function apiDatasets(flows: readonly FlowIr[], project: ProjectIr): readonly (ApiAnswers | Answers)[] {
  const isAny = flows.some(({ landings }) => apiLandings(landings).length > 0);
  return [...apisOf(flows).map((api) => apiDataset(api, project)), ...(isAny ? [answersDataset(project)] : [])];
}

const apiDataset = (api: ApiIr, project: ProjectIr): ApiAnswers => ({
  name: apiAnswers(api, project),
  properties: {
    linkedServiceName: linkedService(apiService(api, project)),
    parameters: { url: { type: "String" } },
    folder: { name: project.name },
    annotations: [ownedBy(project)],
    type: "RestResource",
    typeProperties: { relativeUrl: evaluated(ofDataset("url")) },
    schema: [],
  },
});

const answersDataset = (project: ProjectIr): Answers => ({
  name: lakeAnswers(project),
  properties: { ...ofLake(project), type: "Json", typeProperties: { location: fileOfLake }, schema: [] },
});

/** What the API has at the path that a ForEach is at. */
export const answersOf = (api: ApiIr, project: ProjectIr): DatasetReference =>
  dataset(apiAnswers(api, project), { url: evaluated(item("url")) });
