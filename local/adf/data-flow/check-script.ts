import { closest, didYouMean } from "../../../compiler/diagnostics/suggest.js";
import type { Expression, Item, Script, Transformation } from "./script.js";

/** What is done on this machine of each transformation: its properties, and calls among its items. */
interface Known {
  readonly properties: readonly string[];
  readonly calls: readonly string[];
}

const duplicates = ["skipDuplicateMapInputs", "skipDuplicateMapOutputs"];

const transformations: Readonly<Record<string, Known>> = {
  source: { properties: ["allowSchemaDrift", "validateSchema", "ignoreNoFilesFound", "format"], calls: ["output"] },
  assert: { properties: [], calls: ["expectTrue"] },
  derive: { properties: [], calls: [] },
  filter: { properties: [], calls: [] },
  foldDown: { properties: duplicates, calls: ["unroll", "mapColumn"] },
  select: { properties: duplicates, calls: ["mapColumn"] },
  sink: {
    properties: [
      ...["allowSchemaDrift", "validateSchema", "format", "fileSystem", "folderPath", "mergeSchema", "autoCompact"],
      ...[
        "optimizedWrite",
        "vacuum",
        "deletable",
        "insertable",
        "updateable",
        "upsertable",
        "overwrite",
        ...duplicates,
      ],
    ],
    calls: [],
  },
};

/** Functions, and how many arguments they may have. https://learn.microsoft.com/azure/data-factory/data-flow-expressions-usage */
const functions: Readonly<Record<string, readonly [number, number]>> = {
  coalesce: [1, 100],
  concat: [2, 100],
  endsWith: [2, 2],
  false: [0, 0],
  iif: [2, 3],
  isNull: [1, 1],
  lower: [1, 1],
  ltrim: [2, 2],
  replace: [2, 3],
  rtrim: [2, 2],
  size: [1, 1],
  split: [2, 2],
  startsWith: [2, 2],
  substring: [2, 3],
  trim: [2, 2],
  true: [0, 0],
  upper: [1, 1],
};

const operators = ["||", "&&", "==", "!=", ">"];

/** Values of properties that mean what is done on this machine, and no others do. */
const only: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  "source.allowSchemaDrift": [false],
  "source.validateSchema": [false],
  "source.ignoreNoFilesFound": [false],
  "source.format": ["parquet"],
  "foldDown.skipDuplicateMapInputs": [false],
  "foldDown.skipDuplicateMapOutputs": [false],
  "select.skipDuplicateMapInputs": [false],
  "select.skipDuplicateMapOutputs": [false],
  "sink.allowSchemaDrift": [true],
  "sink.validateSchema": [false],
  "sink.format": ["delta"],
  "sink.mergeSchema": [false],
  "sink.autoCompact": [false],
  "sink.optimizedWrite": [false],
  "sink.vacuum": [0],
  "sink.deletable": [false],
  "sink.insertable": [true],
  "sink.updateable": [false],
  "sink.upsertable": [false],
  "sink.overwrite": [true],
  "sink.skipDuplicateMapInputs": [true],
  "sink.skipDuplicateMapOutputs": [true],
};

/** Tells of whatever in a script is not done on this machine, by its name. */
export function checkScript({ parameters, transformations: all }: Script, problem: (what: string) => void): void {
  const names = new Set<string>();
  for (const { name, type } of parameters)
    if (type !== "string") problem(`the parameter '${name}' is of the type '${type}', and strings are given here.`);
  for (const one of all) {
    checkTransformation(one, names, problem);
    if (names.has(one.name)) problem(`there are two streams '${one.name}'.`);
    names.add(one.name);
  }
}

function checkTransformation(
  { inputs, kind, items, name }: Transformation,
  earlier: ReadonlySet<string>,
  problem: (what: string) => void,
): void {
  const known = Object.hasOwn(transformations, kind) ? transformations[kind] : undefined;
  if (known === undefined) {
    problem(
      `'${name}': transformations of the kind '${kind}' are not done on this machine.${didYouMean(closest(kind, Object.keys(transformations)))}`,
    );
    return;
  }
  for (const input of inputs) if (!earlier.has(input)) problem(`'${name}': there is no stream '${input}' before it.`);
  if (inputs.length !== (kind === "source" ? 0 : 1)) problem(`'${name}': it reads ${inputs.length} streams.`);
  for (const item of items) checkItem(item, kind, known, (what) => problem(`'${name}': ${what}`));
}

function checkItem(item: Item, kind: string, known: Known, problem: (what: string) => void): void {
  if (item.kind === "property") {
    if (!known.properties.includes(item.name)) problem(`'${item.name}' is not done on this machine.`);
    const allowed = only[`${kind}.${item.name}`];
    const { value } = item;
    const written = "value" in value ? value.value : undefined;
    if (allowed && (written === undefined || !allowed.includes(written)))
      problem(`'${item.name}' must be ${allowed.map((one) => JSON.stringify(one)).join(" or ")} on this machine.`);
    return;
  }
  if (item.kind === "value" && item.value.kind === "call" && known.calls.includes(item.value.name)) {
    for (const inner of item.value.items) if (inner.kind !== "typed") checkExpression(inner.value, problem);
    return;
  }
  if (item.kind === "typed") problem(`'${item.name} as ${item.type}' stands outside of 'output'.`);
  else checkExpression(item.value, problem);
}

function checkExpression(expression: Expression, problem: (what: string) => void): void {
  if (expression.kind === "not") checkExpression(expression.operand, problem);
  if (expression.kind === "binary") {
    if (!operators.includes(expression.operator)) problem(`'${expression.operator}' is not computed on this machine.`);
    checkExpression(expression.left, problem);
    checkExpression(expression.right, problem);
  }
  if (expression.kind !== "call") return;
  const { name, items } = expression;
  const count = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (count === undefined)
    problem(`'${name}' is not computed on this machine.${didYouMean(closest(name, Object.keys(functions)))}`);
  else if (items.length < count[0] || items.length > count[1])
    problem(`'${name}' with ${items.length} arguments is not computed on this machine.`);
  for (const item of items) {
    if (item.kind !== "value") problem(`'${name}' has an argument that is no value.`);
    else checkExpression(item.value, problem);
  }
}
