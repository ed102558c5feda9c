import { keyedCalls, keyOf } from "../expression/keyed.js";
import type { Origin } from "../source/origin.js";
import type { HashKeys } from "./hash-key.js";
import type { LinkedExposure, LinkedInput, LinkedLookup, LinkedRaw, LinkedTable, NamedExpression } from "./linked.js";
import type { LinkedLanded, LinkedMerged } from "./linked-landings.js";
import type { SensitiveClauses } from "./sensitive.js";
import {
  carried,
  declaredMarks,
  type Hop,
  isHashed,
  type Mark,
  type Marks,
  marksOf,
  marksWithin,
  once,
  type Reading,
} from "./sensitivity-mark.js";

/** What is sensitive in the tables of a project: by the lineage of each column, from where it is declared. */
export interface Sensitivity {
  /** In what readers of a table see. */
  of(input: LinkedInput): Marks;
  /** In the same, before the table's own words. */
  brought(table: LinkedLookup): Marks;
  /** What is not in a table's columns any more because it is hashed there by a key. */
  hashed(table: LinkedLookup): readonly Hashed[];
  /** In the columns of rows that are set aside beside a table: those that it has before joins and aggregates. */
  setAside(table: LinkedLookup): Marks;
  /** In what is seen of a table, before what is declassified there. */
  seen(exposure: LinkedExposure): Marks;
}

/** What is sensitive in values that a column has the hashes of. */
export interface Hashed {
  readonly column: string;
  /** By which they are hashed. */
  readonly key: string;
  readonly marks: readonly Mark[];
}

/** Each table is looked at once, when it is asked for. `keys`: those of the project, which say what is not in a hash any more. */
export function sensitivityOf(keys: HashKeys): Sensitivity {
  const outputs = new Map<LinkedInput, Marks>();
  const broughtTo = new Map<LinkedInput, Marks>();
  const rows = new Map<LinkedInput, Marks>();

  const of = (input: LinkedInput): Marks => kept(outputs, input, outputOf);
  const brought = (table: LinkedLookup): Marks => kept(broughtTo, table, resultsOf);
  const rowsOf = (table: LinkedLookup): Marks => kept(rows, table, computed);

  return {
    of,
    brought,
    hashed,
    setAside: (table) => (isGrouped(table) ? rowsOf(table) : said(table, rowsOf(table), namesOf(table.columns))),
    seen: (linked) => {
      const rows = seenRows(linked);
      return linked.groups ? made(`warehouse.${linked.exposure.name}`, linked.columns, reading(rows), keys) : rows;
    },
  };

  /** In the rows of a view, before they are grouped. */
  function seenRows({ exposure, table, columns, joins, groups: grouped }: LinkedExposure): Marks {
    const all = grouped?.rows ?? columns;
    const name = `warehouse.${exposure.name}`;
    const rowsOfJoin = (join: string | undefined) => all.filter(({ expression }) => relationOf(expression) === join);
    const own = made(
      name,
      rowsOfJoin(undefined),
      reading(of(table.kind === "exposed-landing" ? table.landed : table)),
      keys,
      exposure.columns ? undefined : exposure.from.origin,
    );
    return new Map([
      ...own,
      ...joins.flatMap((join) => [...made(name, rowsOfJoin(join.name), reading(of(join.table)), keys)]),
    ]);
  }

  function outputOf(input: LinkedInput): Marks {
    if (input.kind === "raw" || input.kind === "landed") return ofBronze(input);
    return said(input, brought(input), namesOf(input.output));
  }

  function resultsOf(table: LinkedLookup): Marks {
    if (table.kind === "merged") return new Map([...rowsOf(table), ...validity(table, reading(rowsOf(table)))]);
    const all = new Map([...rowsOf(table), ...table.joins.flatMap((join) => [...joined(table, join, of(join.table))])]);
    return groups(table, all, keys) ?? all;
  }

  function computed(table: LinkedLookup): Marks {
    return made(referenceOf(table), table.columns, readBy(table), keys);
  }

  /** In what a table's columns are made of: the columns of its inputs, and the element of an array. */
  function readBy(table: LinkedLookup): Reading {
    if (table.kind === "merged") return reading(of(table.input));
    const inputs = table.inputs.map(of);
    const isNothing = inputs.every(({ size }) => size === 0);
    const read: Reading = isNothing ? nothing : (column) => once(inputs.flatMap((marks) => marks.get(column) ?? []));
    const { explode } = table;
    if (explode === undefined || isNothing) return read;
    const found = marksOf(explode.expression.node, read, keys);
    const element = carried(found, hop(table, explode.name, explode.origin));
    return (column) => (column === explode.name ? element : read(column));
  }

  function hashed(table: LinkedLookup): readonly Hashed[] {
    const read = readBy(table);
    if (read === nothing) return [];
    return table.columns.flatMap(({ name, expression }) =>
      keyedCalls(expression.node).flatMap((call) => {
        const key = keyOf(call) ?? "";
        const marks = marksWithin(call, read, keys).filter((mark) => isHashed(mark, key, keys));
        return marks.length === 0
          ? []
          : [{ column: name, key, marks: carried(marks, hop(table, name, expression.origin)) }];
      }),
    );
  }
}

const reading = (marks: Marks): Reading => (marks.size === 0 ? nothing : (column) => marks.get(column) ?? []);

/** Of what has nothing sensitive. Whatever is computed of it has nothing either, so its expressions need not be looked at: most tables are such. */
const nothing: Reading = () => [];

function ofBronze(input: LinkedRaw | LinkedLanded): Marks {
  const { source } = input.source;
  return marked(
    source.columns.map((column) => {
      const marks = declaredMarks(`sources.${source.name}`, column);
      return [column.name, carried(marks, hop(input, column.name, input.table.from.origin))];
    }),
  );
}

/** From and until when a version is valid is told by what orders the rows. */
function validity({ table, history, sequenceBy, ...merged }: LinkedMerged, read: Reading): Marks {
  const [by = ""] = history ? sequenceBy : [];
  return marked(
    ["valid_from", "valid_to"].map((column) => [
      column,
      carried(read(by), hop({ table, ...merged }, column, table.changes.origin.key())),
    ]),
  );
}

const joined = (table: LinkedTable, { columns }: LinkedTable["joins"][number], there: Marks): Marks =>
  marked(columns.map(({ name, of, origin }) => [name, carried(there.get(of) ?? [], hop(table, name, origin))]));

/** The keys, what is aggregated, and the bounds of windows, which its event times tell; undefined where rows stay as they are. */
function groups(table: LinkedTable, rows: Marks, keys: HashKeys): Marks | undefined {
  const { windows } = table;
  const grouping = windows ?? table.grouping;
  if (grouping === undefined) return undefined;
  const read = reading(rows);
  const at = (bound: string) => hop(table, bound, table.table.origin.child("window").key());
  const bounds = windows ? ["window_start", "window_end"] : [];
  return new Map([
    ...marked(bounds.map((bound) => [bound, carried(read(windows?.column ?? ""), at(bound))])),
    ...marked(grouping.groupBy.map((key) => [key, read(key)])),
    ...made(referenceOf(table), grouping.aggregates, read, keys),
  ]);
}

const isGrouped = (table: LinkedLookup): boolean =>
  table.kind === "table" && (table.windows ?? table.grouping) !== undefined;

/** What is sensitive in computed columns. `from`: where it stands that they are what they were. */
const made = (of: string, columns: readonly NamedExpression[], read: Reading, keys: HashKeys, from?: Origin): Marks =>
  read === nothing
    ? new Map()
    : marked(
        columns.map(({ name, expression: { node, origin } }) => [
          name,
          carried(marksOf(node, read, keys), { of, column: name, origin: from ?? origin }),
        ]),
      );

/** The join that a column of a view's rows is of; undefined: it is made of the view's own table. */
const relationOf = ({ node }: NamedExpression["expression"]): string | undefined =>
  node.kind === "column" ? node.relation : undefined;

const marked = (columns: readonly (readonly [string, readonly Mark[]])[]): Marks =>
  new Map(columns.filter(([, marks]) => marks.length > 0));

/** What a table's own words make of what its columns bring along. */
function said({ table }: LinkedLookup, brought: Marks, columns: readonly string[]): Marks {
  const found = new Map(cleared(table, brought));
  for (const { column, label } of table.sensitive.filter((one) => columns.includes(one.column.name))) {
    const marks = found.get(column.name) ?? [];
    const isBrought = marks.some((mark) => mark.label === label && mark.fields.length === 0);
    const here = { of: `${table.layer}.${table.name}`, column: column.name, origin: column.origin, from: undefined };
    if (!isBrought) found.set(column.name, [...marks, { label, fields: [], root: here, at: here }]);
  }
  return found;
}

/** Without the columns that are not sensitive any more. */
export function cleared({ declassify }: Pick<SensitiveClauses, "declassify">, marks: Marks): Marks {
  const names = declassify.map(({ column }) => column.name);
  return new Map([...marks].filter(([column]) => !names.includes(column)));
}

const namesOf = (columns: readonly { readonly name: string }[]): readonly string[] => columns.map(({ name }) => name);

const referenceOf = ({ table }: Pick<LinkedInput, "table">): string => `${table.layer}.${table.name}`;

const hop = (input: Pick<LinkedInput, "table">, column: string, origin: Origin): Omit<Hop, "from"> => ({
  of: referenceOf(input),
  column,
  origin,
});

function kept<K, T extends K, V>(known: Map<K, V>, key: T, make: (key: T) => V): V {
  const found = known.get(key) ?? make(key);
  known.set(key, found);
  return found;
}
