import { columnOf } from "../../../compiler/expression/facts.js";
import {
  type DataFlowPrinter,
  dataFlowColumn,
  dataFlowPrinter,
} from "../../../compiler/expression/print/to-data-flow.js";
import { readAt } from "../../../compiler/ir/database.js";
import type { DataFlowIr } from "../../../compiler/ir/flow.js";

/** A transformation of a script, and the stream that it makes. */
interface Step {
  /** The stream that it makes. */
  readonly name: string;
  /** `filter`, and what stands between its brackets, in lines. */
  readonly kind: string;
  readonly parts: readonly string[];
}

/** A data flow in its own language, and the names of what it is made of. */
export interface DataFlowScript {
  readonly lines: readonly string[];
  readonly source: string;
  readonly transformations: readonly string[];
  readonly sink: string;
}

/** The parameter with the lake's container. */
export const containerParameter = "container";

/**
 * The clauses of a table in their order. https://learn.microsoft.com/azure/data-factory/data-flow-script
 * What a derived column does to others that are derived beside it is told nowhere, so each is made under a name of its own.
 */
export function scriptOf(flow: DataFlowIr): DataFlowScript {
  const source: Step = { name: "landed", kind: "source", parts: sourceParts(flow) };
  const steps = [...checked(flow), ...exploded(flow), ...made(flow), ...wanted(flow)];
  const sink: Step = { name: "written", kind: "sink", parts: sinkParts(flow) };
  const lines = [source, ...steps, sink].flatMap((step, at, all) => printed(step, all[at - 1]?.name));
  return {
    lines: ["parameters{", `     ${containerParameter} as string`, "}", ...lines],
    source: source.name,
    transformations: steps.map(({ name }) => name),
    sink: sink.name,
  };
}

function printed({ name, kind, parts }: Step, input: string | undefined): readonly string[] {
  const opening = `${input === undefined ? "" : `${input} `}${kind}(`;
  const last = parts.length - 1;
  return parts.map((part, at) => `${at === 0 ? opening : "     "}${part}${at === last ? `) ~> ${name}` : ","}`);
}

/** https://learn.microsoft.com/azure/data-factory/format-parquet#source-properties */
const sourceParts = ({ input }: DataFlowIr): readonly string[] => [
  `output(${readColumns(input.columns)
    .map(({ name }) => `${dataFlowColumn(name)} as string`)
    .join(", ")})`,
  "allowSchemaDrift: false",
  "validateSchema: false",
  "ignoreNoFilesFound: false",
  "format: 'parquet'",
];

/** When it was read is nothing that the table's clauses see. */
const readColumns = (columns: DataFlowIr["input"]["columns"]): DataFlowIr["input"]["columns"] =>
  columns.filter(({ name }) => name !== readAt.name);

/** Stops where a column that is never null is null, before anything is written. https://learn.microsoft.com/azure/data-factory/data-flow-assert */
function checked({ input }: DataFlowIr): readonly Step[] {
  const required = readColumns(input.columns).filter(({ nullable }) => !nullable);
  if (required.length === 0) return [];
  const parts = required.map(
    ({ name }) => `expectTrue(!isNull(${dataFlowColumn(name)}), true, '${name}', null, '${name} is null')`,
  );
  return [{ name: "checked", kind: "assert", parts }];
}

/** Columns that are made on the way, each of a value that another one names. */
interface Kept {
  readonly keep: (text: string) => string;
  /** What makes them, as far as there are any: those that are made of others after them. */
  readonly steps: (name: string) => readonly Step[];
}

function keeper(taken: readonly string[]): Kept {
  const kept = new Map<string, { readonly name: string; readonly depth: number }>();
  return {
    keep: (text) => {
      const known = kept.get(text);
      if (known) return known.name;
      const within = [...kept.values()].filter(({ name }) => new RegExp(`\\b${name}\\b`).test(text));
      const one = {
        name: own(`kept_${kept.size + 1}`, taken),
        depth: 1 + Math.max(0, ...within.map(({ depth }) => depth)),
      };
      kept.set(text, one);
      return one.name;
    },
    steps: (name) =>
      Array.from({ length: Math.max(0, ...[...kept.values()].map(({ depth }) => depth)) }, (_, at) => ({
        ...{ name: `${name}${at + 1}`, kind: "derive" },
        parts: [...kept].flatMap(([text, one]) => (one.depth === at + 1 ? [`${one.name} = ${text}`] : [])),
      })),
  };
}

/** A row without elements stays one row when it is unrolled, so where it is not wanted it is left out before. */
function exploded({ explode, input }: DataFlowIr): readonly Step[] {
  if (explode === undefined) return [];
  const columns = readColumns(input.columns).map(({ name }) => name);
  const array = own("elements", columns);
  const mapped = [...columns.map(dataFlowColumn), `${dataFlowColumn(explode.name)} = ${array}`].join(", ");
  const kept = keeper([...columns, array]);
  const made = printer(kept).value(explode.array.node);
  return [
    ...kept.steps("arrayParts"),
    { name: "arrays", kind: "derive", parts: [`${array} = ${made}`] },
    ...(explode.isOuter
      ? []
      : [{ name: "filled", kind: "filter", parts: [`iif(isNull(${array}), false(), size(${array}) > 0)`] }]),
    { name: "exploded", kind: "foldDown", parts: [`unroll(${array})`, `mapColumn(${mapped})`, ...noDuplicates] },
  ];
}

const noDuplicates = ["skipDuplicateMapInputs: false", "skipDuplicateMapOutputs: false"];

/** A column that is one of the input's is chosen; of one that is chosen twice only the first counts, so the second is computed. */
function made({ columns, input, explode }: DataFlowIr): readonly Step[] {
  const read = [...readColumns(input.columns).map(({ name }) => name), ...(explode ? [explode.name] : [])];
  const kept = keeper(read);
  const print = printer(kept);
  const chosen = new Set<string>();
  const derived: { readonly name: string; readonly text: string }[] = [];
  const mapped = columns.map(({ name, expression }) => {
    const column = columnOf(expression);
    if (column !== undefined && read.includes(column) && !chosen.has(column)) {
      chosen.add(column);
      return name === column ? dataFlowColumn(name) : `${dataFlowColumn(name)} = ${dataFlowColumn(column)}`;
    }
    const computed = own(`made_${name}`, [...read, ...derived.map((one) => one.name)]);
    derived.push({ name: computed, text: print.value(expression.node) });
    return `${dataFlowColumn(name)} = ${computed}`;
  });
  return [
    ...kept.steps("columnParts"),
    ...(derived.length === 0
      ? []
      : [{ name: "computed", kind: "derive", parts: derived.map(({ name, text }) => `${name} = ${text}`) }]),
    { name: "chosen", kind: "select", parts: [`mapColumn(${mapped.join(", ")})`, ...noDuplicates] },
  ];
}

/** What is made for the condition alone is left out again: all columns are written. */
function wanted({ where, columns }: DataFlowIr): readonly Step[] {
  if (where === undefined) return [];
  const names = columns.map(({ name }) => name);
  const kept = keeper(names);
  const condition = printer(kept).holds(where.node);
  const parts = kept.steps("conditionParts");
  const mapped = `mapColumn(${names.map(dataFlowColumn).join(", ")})`;
  return [
    ...parts,
    { name: "wanted", kind: "filter", parts: [condition] },
    ...(parts.length === 0 ? [] : [{ name: "own", kind: "select", parts: [mapped, ...noDuplicates] }]),
  ];
}

/** In place of what the table holds, in one commit, whatever columns that has. https://learn.microsoft.com/azure/data-factory/format-delta#sink-properties */
const sinkParts = ({ output }: DataFlowIr): readonly string[] => [
  "allowSchemaDrift: true",
  "validateSchema: false",
  "format: 'delta'",
  `fileSystem: ($${containerParameter})`,
  `folderPath: '${output.path}'`,
  "mergeSchema: false",
  "autoCompact: false",
  "optimizedWrite: false",
  "vacuum: 0",
  "deletable: false",
  "insertable: true",
  "updateable: false",
  "upsertable: false",
  "overwrite: true",
  "skipDuplicateMapInputs: true",
  "skipDuplicateMapOutputs: true",
];

/** A name that none of the columns has. */
const own = (name: string, taken: readonly string[]): string =>
  taken.some((one) => one.toLowerCase() === name.toLowerCase()) ? own(`${name}_`, taken) : name;

const printer = ({ keep }: Kept): DataFlowPrinter =>
  dataFlowPrinter((what) => {
    throw new Error(`'${what}' got past the checks of data flows`);
  }, keep);
