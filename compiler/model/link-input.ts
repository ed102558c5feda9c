import type { Report } from "../diagnostics/report.js";
import { commonType } from "../expression/infer/common-type.js";
import { printType, sameType } from "../expression/type.js";
import { type Held, modelDiagnostics } from "./diagnostics.js";
import type { Column, LinkedInput } from "./linked.js";
import type { Named, NonEmpty } from "./parts.js";
import { filePosition, landedPosition } from "./position.js";
import type { Table } from "./table.js";
import { isView, positionBelow, storedInputs, takesApart } from "./views.js";

/** What a table's first clause sees; undefined if its inputs are not of one shape, which was reported. */
export function inputColumns(
  table: Table,
  inputs: NonEmpty<LinkedInput>,
  report: Report,
): readonly Column[] | undefined {
  const { inputs: references } = table;
  const [first, ...others] = inputs;
  const [{ name }] = references;
  let joined: readonly Column[] | undefined = offered(first);
  for (const [at, input] of others.entries()) {
    const reference = references[at + 1];
    if (joined === undefined || reference === undefined) return undefined;
    if (inputs.indexOf(input) <= at) {
      report.add(modelDiagnostics.inputTwice.at(reference.origin, { input: reference.name }));
      return undefined;
    }
    const again = readAlready(input, inputs.slice(0, at + 1));
    if (again) {
      const details = { input: reference.name, table: again, ...storedInstead(table, inputs) };
      report.add(modelDiagnostics.readTwice.at(reference.origin, details));
      return undefined;
    }
    joined = unite(joined, input, { first, name, reference }, report);
  }
  return joined;
}

/** A stored table that a view comes to, or is, and that one of the inputs before it comes to already. */
function readAlready(input: LinkedInput, before: readonly LinkedInput[]): string | undefined {
  const stored = (one: LinkedInput): readonly LinkedInput[] => (isView(one) ? storedInputs(one) : [one]);
  const read = new Set(before.flatMap(stored));
  const again = stored(input).find((one) => read.has(one));
  return again && `${again.table.layer}.${again.table.name}`;
}

/**
 * The views that must be tables, for a union to read each table once. Where rows are events that is all of them, and of what
 * else it reads tables that parse it, since parsed rows and events are not united; then clauses of parsing `moved` there.
 */
function storedInstead({ inputs: references, origin }: Table, inputs: NonEmpty<LinkedInput>) {
  const namesOf = (wanted: (input: LinkedInput) => boolean): readonly string[] =>
    references.flatMap(({ name }, at) => (inputs[at] && wanted(inputs[at]) ? [name] : []));
  if (positionBelow(inputs[0]) !== undefined) {
    const moved = ["watermark", "late_rows", "deduplicate"].filter((clause) => origin.child(clause).isWritten);
    return { views: namesOf(isView), unparsed: namesOf((input) => !isView(input)), moved };
  }
  const read = new Set(inputs.filter((input) => !isView(input)));
  const views = namesOf((input) => {
    if (!isView(input)) return false;
    const stored = storedInputs(input);
    if (takesApart(input) || stored.some((one) => read.has(one))) return true;
    for (const one of stored) read.add(one);
    return false;
  });
  return { views, unparsed: [], moved: [] };
}

/** What a table offers its readers; a raw one offers the source's columns and the events' positions. */
export function offered(input: LinkedInput): readonly Column[] {
  if (input.kind === "landed") return input.source.columns;
  if (input.kind !== "raw") return input.output;
  return [
    ...input.source.columns,
    ...input.source.position.columns.map((column) => ({ ...column, origin: input.table.origin })),
  ];
}

interface Compared {
  readonly first: LinkedInput;
  /** As the first is referred to. */
  readonly name: string;
  readonly reference: Named;
}

/** The first one's columns, null where either may be null. The order of columns does not count. */
function unite(
  columns: readonly Column[],
  input: LinkedInput,
  { first, name, reference }: Compared,
  report: Report,
): readonly Column[] | undefined {
  if (positionBelow(input) !== positionBelow(first)) {
    const one = { name, holds: heldBy(first) };
    const other = { name: reference.name, holds: heldBy(input) };
    report.add(modelDiagnostics.mixedInputs.at(reference.origin, { one, other }));
    return undefined;
  }
  const others = offered(input);
  const difference = firstDifference(columns, others);
  if (difference) {
    const { own, other } = difference;
    const related = [own, other].flatMap((column) =>
      column ? [{ message: `'${column.name}' is ${printType(column.type)} here.`, origin: column.origin }] : [],
    );
    report.add(
      modelDiagnostics.differentShapes.at(
        reference.origin,
        {
          ...{ first: name, other: reference.name, column: (own ?? other).name },
          ...{ inFirst: own && printType(own.type), inOther: other && printType(other.type) },
        },
        { related },
      ),
    );
    return undefined;
  }
  return columns.map((column) => {
    const other = others.find((candidate) => candidate.name === column.name);
    const type = other && commonType(column.type, other.type);
    return { ...column, type: type ?? column.type, nullable: column.nullable || other?.nullable === true };
  });
}

function heldBy(input: LinkedInput): Held["holds"] {
  const position = positionBelow(input);
  if (position === undefined) return "parsed rows";
  if (position === landedPosition) return "rows of another's table";
  return position === filePosition ? "rows of files" : "events";
}

type Difference =
  | { readonly own: Column; readonly other: Column | undefined }
  | { readonly own: undefined; readonly other: Column };

function firstDifference(columns: readonly Column[], others: readonly Column[]): Difference | undefined {
  for (const own of columns) {
    const other = others.find(({ name }) => name === own.name);
    if (other === undefined || !sameType(own.type, other.type)) return { own, other };
  }
  const other = others.find(({ name }) => !columns.some((column) => column.name === name));
  return other && { own: undefined, other };
}
