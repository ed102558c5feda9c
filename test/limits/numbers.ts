import { type Limit, type Node, nodes } from "./limits.js";

const azure =
  "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits";
const lookup = "https://learn.microsoft.com/azure/data-factory/control-flow-lookup-activity";
const events = "https://learn.microsoft.com/azure/data-factory/how-to-create-event-trigger";
const windows = "https://learn.microsoft.com/azure/data-factory/how-to-create-tumbling-window-trigger";
const atALimit = "test/publish/at-a-limit.test.ts";

/** How many there may be, of what is counted while it runs or with what others have. */
export const limitsOfNumbers: readonly Limit[] = [
  {
    limit: "items of a loop: 100,000",
    source: azure,
    kept: [
      {
        ...{ kind: "named", pattern: /^@(pipeline\(\)\.parameters\.\w+|activity\('due periods'\)\.output\.value)$/ },
        names: ({ value }) => nodes(value).filter(isForEach).map(itemsOf),
      },
      {
        ...{ kind: "never", because: "all of them stand in the pipeline's 200 KB, each with its keys", most: 100_000 },
        measured: ({ kind, value }) => (kind === "pipeline" ? listsOf(value.properties["parameters"]) : []),
      },
    ],
  },
  {
    limit: "what a look-up gives: 5,000 rows, 4 MB",
    source: lookup,
    kept: [
      {
        ...{ kind: "named", pattern: /^(landed( |$)|due periods$)/ },
        names: ({ value }) => lookupsOfMany(value).map(({ name }) => `${name}`),
      },
      {
        ...{ kind: "never", because: "of due periods the query counts at most 500", least: 500, most: 500 },
        measured: ({ body }) => [...body.matchAll(/"SELECT p\.\[begin\].*?ORDER BY/g)].map(([text]) => rowsOf(text)),
      },
      {
        ...{
          kind: "never",
          because: "it gives a row for each source that it names, and all others ask for one",
          most: 5000,
        },
        measured: ({ value }) => lookupsOfMany(value).map(sourcesIn),
      },
      {
        ...{ kind: "never", because: "a row is a source, which the query names, and a number", most: 4 * 1024 * 1024 },
        measured: ({ value }) =>
          lookupsOfMany(value).map((one) => Buffer.byteLength(JSON.stringify(one)) + sourcesIn(one) * 60),
      },
    ],
  },
  {
    limit: "triggers of the files of a storage account: 500",
    source: events,
    kept: [
      {
        ...{ kind: "told", because: "an account is shared", test: atALimit },
        says: "no more triggers of a storage account",
      },
    ],
  },
  {
    limit: "entities of a factory: 5,000",
    source: azure,
    kept: [
      { ...{ kind: "told", because: "a factory is shared", test: atALimit }, says: "no more entities in a factory" },
    ],
  },
  {
    limit: "length of a tumbling window in the service's own interface: 15 minutes at least",
    source: windows,
    kept: [{ kind: "warned", code: "trigger/short-window", golden: "warning-triggers-windows", says: "15 minutes" }],
  },
];

const isForEach = ({ type }: Node): boolean => type === "ForEach";

const itemsOf = ({ typeProperties }: Node): string =>
  nodes(typeProperties)
    .flatMap(({ items }) => nodes(items).map(({ value }) => `${value}`))
    .slice(0, 1)
    .join("");

/** How many items the lists have that a pipeline's parameters are by default. */
const listsOf = (parameters: unknown): readonly number[] =>
  nodes(parameters).flatMap(({ defaultValue }) => (Array.isArray(defaultValue) ? [defaultValue.length] : []));

/** Look-ups that ask for more than the first row. */
const lookupsOfMany = (value: unknown): readonly Node[] =>
  nodes(value).filter(
    (one) => one["type"] === "Lookup" && !nodes(one).some(({ firstRowOnly }) => firstRowOnly === true),
  );

/** How many texts its query has: sources, and by whom they are taken. */
const sourcesIn = (one: Node): number => [...JSON.stringify(one).matchAll(/N?'[^']+'/g)].length;

/** How many rows lists of values make that are joined with each other. */
const rowsOf = (text: string): number =>
  [...text.matchAll(/\(VALUES (.*?)\)\) AS/g)].reduce((rows, [, list = ""]) => rows * list.split("), (").length, 1);
