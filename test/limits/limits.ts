/** One thing of a factory, or a workspace, as it is sent. */
export interface Emitted {
  readonly path: string;
  /** `pipeline`, `dataset`, `linkedService`, `dataflow`, `trigger` … */
  readonly kind: string;
  readonly body: string;
  readonly value: { readonly name: string; readonly properties: Node };
}

/** JSON that is looked through. */
export interface Node {
  readonly [name: string]: unknown;
}

/** A limit of the service, and why nothing that is published goes beyond it. */
export interface Limit {
  readonly limit: string;
  /** The vendor's page that says so. */
  readonly source: string;
  readonly kept: readonly Kept[];
}

/**
 * `refused`, `warned`: a golden with that code, whose message has these words. `told`: only the service can count, as others have
 * things there too, and a test of that name shows what is said where it refuses. `split`: what is too much for one is several, in a golden.
 * `never`: whatever is written, nothing comes near it; `measured` is held against `most` in all that is emitted by all goldens and
 * projects to copy.
 */
export type Kept =
  | { readonly kind: "refused"; readonly code: string; readonly golden: string; readonly says: string }
  | { readonly kind: "warned"; readonly code: string; readonly golden: string; readonly says: string }
  | { readonly kind: "told"; readonly because: string; readonly test: string; readonly says: string }
  | { readonly kind: "split"; readonly golden: string; readonly into: RegExp; readonly several: number }
  | {
      readonly kind: "never";
      readonly because: string;
      readonly measured: (of: Emitted) => readonly number[];
      readonly most: number;
      readonly least?: number;
    }
  | { readonly kind: "named"; readonly names: (of: Emitted) => readonly string[]; readonly pattern: RegExp };

const azure =
  "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits";
const activityPages = "https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities";
const naming = "https://learn.microsoft.com/azure/data-factory/naming-rules";
const windows = "https://learn.microsoft.com/azure/data-factory/how-to-create-tumbling-window-trigger";
const forEach = "https://learn.microsoft.com/azure/data-factory/control-flow-for-each-activity";
const events = "https://learn.microsoft.com/azure/data-factory/how-to-create-event-trigger";

export const limits: readonly Limit[] = [
  {
    limit: "activities of a pipeline, those within others too: 120",
    source: azure,
    kept: [
      { kind: "refused", code: "adf/pipeline-too-large", golden: "error-adf-size", says: "activities" },
      { kind: "never", because: "refused", measured: (of) => count(of, "pipeline", isActivity), most: 120 },
    ],
  },
  {
    limit: "parameters of a pipeline: 50",
    source: azure,
    kept: [
      {
        ...{ kind: "never", because: "a pipeline with more groups of tables is parted", most: 50 },
        measured: ({ kind, value }) => (kind === "pipeline" ? [keys(value.properties["parameters"])] : []),
      },
    ],
  },
  {
    limit: "size of a pipeline: 200 KB",
    source: azure,
    kept: [
      { kind: "split", golden: "adf-split", into: /\/adf\/pipeline\/many_land_\w+\.json$/, several: 2 },
      { kind: "refused", code: "adf/table-too-large", golden: "error-adf-size", says: "200 KB" },
      {
        ...{ kind: "never", because: "refused", most: 200 * 1024 },
        measured: ({ kind, value }) =>
          kind === "pipeline" ? [Buffer.byteLength(JSON.stringify(value.properties))] : [],
      },
    ],
  },
  {
    limit: "size of a dataset or a linked service: 100 KB",
    source: azure,
    kept: [
      {
        ...{ kind: "never", because: "datasets have parameters, and list no columns", most: 100 * 1024 },
        measured: ({ kind, body }) => (kind === "dataset" || kind === "linkedService" ? [Buffer.byteLength(body)] : []),
      },
    ],
  },
  {
    limit: "characters of an expression: 8,192",
    source: azure,
    kept: [
      {
        ...{ kind: "never", because: "what is told of a failure is gathered in parts (failure.test.ts)", most: 8192 },
        measured: ({ value }) =>
          nodes(value).flatMap(({ type, value: text }) =>
            type === "Expression" && typeof text === "string" ? [text.length] : [],
          ),
      },
    ],
  },
  {
    limit: "what a loop does at once: 50",
    source: azure,
    kept: [
      { kind: "refused", code: "spec/schema-violation", golden: "error-steps", says: "it must be <= 50" },
      {
        ...{ kind: "never", because: "the schema's word", least: 1, most: 50 },
        measured: ({ value }) =>
          nodes(value).flatMap(({ batchCount }) => (typeof batchCount === "number" ? [batchCount] : [])),
      },
    ],
  },
  {
    limit: "loops and conditions within each other: a condition in a loop, and nothing else",
    source: "https://learn.microsoft.com/azure/data-factory/concepts-nested-activities",
    kept: [
      {
        ...{ kind: "never", because: "loops over tables have at most a condition within, and those nothing", most: 0 },
        measured: (of) =>
          count(of, "pipeline", isActivity).length === 0
            ? []
            : [nodes(of.value).filter(isLoop).flatMap(within).filter(isLoop).length],
      },
      {
        ...{ kind: "never", because: "no condition stands in another", most: 0 },
        measured: (of) =>
          of.kind === "pipeline"
            ? [
                nodes(of.value)
                  .filter(isCondition)
                  .flatMap(within)
                  .filter((one) => isCondition(one) || isLoop(one)).length,
              ]
            : [],
      },
    ],
  },
  {
    limit: "variables are shared by what a loop does at once",
    source: forEach,
    kept: [
      {
        ...{ kind: "never", because: "no ForEach with turns at once sets one", most: 0 },
        measured: (of) =>
          of.kind === "pipeline"
            ? [
                nodes(of.value)
                  // Turns of an Until, and of a ForEach that is sequential, come one after another.
                  .filter(({ type, typeProperties }) => type === "ForEach" && !isSequential(typeProperties))
                  .flatMap(within)
                  .filter(({ type }) => /Variable$/.test(`${type}`)).length,
              ]
            : [],
      },
    ],
  },
  {
    limit: "timeout of an activity: 10 minutes to 7 days",
    source: azure,
    kept: [
      { kind: "refused", code: "steps/timeout", golden: "error-steps", says: "'10 minutes' to '7 days'" },
      {
        ...{ kind: "never", because: "refused", least: 600, most: 7 * 86_400 },
        measured: ({ value }) => policies(value).map(({ timeout }) => secondsOf(`${timeout}`)),
      },
    ],
  },
  {
    limit: "wait before an activity is tried again: 30 to 86,400 seconds",
    source: `${activityPages}#activity-policy`,
    kept: [
      { kind: "refused", code: "steps/wait", golden: "error-steps", says: "'30 seconds' to '1 day'" },
      {
        ...{ kind: "never", because: "refused", least: 30, most: 86_400 },
        measured: ({ value }) => policies(value).map(({ retryIntervalInSeconds }) => Number(retryIntervalInSeconds)),
      },
    ],
  },
  {
    limit: "length of a tumbling window: 5 minutes at least",
    source: azure,
    kept: [{ kind: "refused", code: "trigger/window-too-short", golden: "error-triggers-windows", says: "5 minutes" }],
  },
  {
    limit: "windows at once: 1 to 50",
    source: windows,
    kept: [
      { kind: "refused", code: "spec/schema-violation", golden: "error-triggers-windows", says: "it must be <= 50" },
      {
        ...{ kind: "never", because: "the schema's word", least: 1, most: 50 },
        measured: ({ value }) =>
          nodes(value).flatMap(({ maxConcurrency }) => (typeof maxConcurrency === "number" ? [maxConcurrency] : [])),
      },
    ],
  },
  {
    limit: "wait before a window is tried again: 30 to 86,400 seconds",
    source: windows,
    kept: [{ kind: "refused", code: "trigger/retry-wait", golden: "error-triggers-windows", says: "30 seconds" }],
  },
  {
    limit: "a window that waits for one of its own trigger waits for an earlier one",
    source: windows,
    kept: [
      {
        kind: "refused",
        code: "trigger/window-of-itself",
        golden: "error-triggers-windows",
        says: "would wait for itself",
      },
    ],
  },
  {
    limit: "events of a storage account: at least one filter of paths",
    source: events,
    kept: [
      {
        kind: "refused",
        code: "trigger/pattern-of-events",
        golden: "error-triggers-windows",
        says: "say how it begins or how it ends",
      },
      {
        ...{ kind: "never", because: "every trigger of files says where they are put", least: 1, most: 2 },
        measured: ({ value }) =>
          value.properties["type"] === "BlobEventsTrigger"
            ? [
                nodes(value).reduce(
                  (sum, one) => sum + Object.keys(one).filter((key) => /^blobPath/.test(key)).length,
                  0,
                ),
              ]
            : [],
      },
    ],
  },
  {
    limit: "names of pipelines: 140 characters, a letter, a digit or _ first",
    source: activityPages,
    kept: [
      {
        kind: "refused",
        code: "adf/taken-name",
        golden: "error-adf-pipelines",
        says: "no other one can have that name",
      },
      {
        ...{ kind: "named", pattern: /^[A-Za-z0-9_][^<>*#.%&:\\+?/]{0,139}$/ },
        names: ({ kind, value }) => (kind === "pipeline" ? [value.name] : []),
      },
    ],
  },
  {
    limit: "names of activities: 55 characters, a letter, a digit or _ first",
    source: activityPages,
    kept: [
      {
        ...{ kind: "named", pattern: /^[A-Za-z0-9_][^<>*#.%&:\\+?/]{0,54}$/ },
        names: ({ value }) =>
          nodes(value)
            .filter(isActivity)
            .map(({ name }) => `${name}`),
      },
    ],
  },
  {
    limit: "names of datasets, linked services and data flows: 260 characters, a letter first, no dash",
    source: naming,
    kept: [
      { kind: "refused", code: "adf/same-name", golden: "error-adf-names", says: "give the connection another name" },
      {
        ...{ kind: "named", pattern: /^[A-Za-z][A-Za-z0-9_ ]{0,259}$/ },
        names: ({ kind, value }) => (["dataset", "linkedService", "dataflow"].includes(kind) ? [value.name] : []),
      },
    ],
  },
  {
    limit: "names of triggers: 260 characters",
    source: naming,
    kept: [
      {
        ...{ kind: "named", pattern: /^[A-Za-z0-9_][^<>*#.%&:\\+?/]{0,259}$/ },
        names: ({ kind, value }) => (kind === "trigger" ? [value.name] : []),
      },
    ],
  },
];

/** All mappings within a value, itself first. */
export function nodes(value: unknown): readonly Node[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(nodes);
  return Array.isArray(value) ? inner : [{ ...value }, ...inner];
}

const isActivity = (node: Node): boolean => "dependsOn" in node && "name" in node;

const isLoop = ({ type }: Node): boolean => type === "ForEach" || type === "Until";

const isSequential = (properties: unknown): boolean =>
  typeof properties === "object" &&
  properties !== null &&
  Object.entries(properties).some(([key, value]) => key === "isSequential" && value === true);

const isCondition = ({ type }: Node): boolean => type === "IfCondition" || type === "Switch";

/** What stands within an activity. */
const within = ({ typeProperties }: Node): readonly Node[] => nodes(typeProperties).filter(isActivity);

const count = ({ kind, value }: Emitted, of: string, is: (node: Node) => boolean): readonly number[] =>
  kind === of ? [nodes(value).filter(is).length] : [];

const keys = (value: unknown): number => (typeof value === "object" && value !== null ? Object.keys(value).length : 0);

const policies = (value: unknown): readonly Node[] =>
  nodes(value)
    .flatMap(({ policy }) => nodes(policy).slice(0, 1))
    .filter((policy) => "timeout" in policy);

/** Of `d.hh:mm:ss`. */
function secondsOf(span: string): number {
  const [, days = "0", hours = "", minutes = "", seconds = ""] = /^(?:(\d+)\.)?(\d+):(\d+):(\d+)$/.exec(span) ?? [];
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}
