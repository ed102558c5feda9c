import { families } from "../../../compiler/expression/catalogue/catalogue.js";
import type { FunctionRow } from "../../../compiler/expression/catalogue/row.js";
import { type Parameter, type Signature, signatureOf } from "../../../compiler/expression/catalogue/signature.js";
import { accepts } from "../../../compiler/expression/infer/match.js";
import { parseExpression } from "../../../compiler/expression/parse/parse.js";
import { originOf } from "../../../compiler/expression/testing.fixture.js";
import { argumentsOf, type Call } from "./calls.js";
import { columnsOfType, scopeColumns, type TestType } from "./fixture.js";

/**
 * An argument of a function: at a place of it, a column of a class of types that the signature accepts there, and whether the
 * column can be null.
 */
export interface Cell {
  readonly row: FunctionRow;
  readonly signature: Signature;
  readonly position: number;
  readonly type: TestType;
  readonly nullable: boolean;
}

export const nameOf = ({ row, position, type, nullable }: Cell): string =>
  `${row.name} ${position + 1}: ${type}${nullable ? " or null" : ""}`;

const TYPES = Object.keys(columnsOfType).filter((type): type is TestType => type in columnsOfType);

/** Every cell that the signatures of the catalogue ask for. */
export const requiredCells = (): readonly Cell[] =>
  families.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      [row.signature].flat().flatMap((text) => {
        const signature = signatureOf(text);
        return signature.parameters.flatMap((parameter, position) =>
          acceptedAt(parameter, signature).flatMap((type) =>
            [true, false].map((nullable): Cell => ({ row, signature, position, type, nullable })),
          ),
        );
      }),
    ),
  );

/** The classes of types that a signature accepts at one of its places, whatever stands at the others. */
function acceptedAt({ pattern, literal }: Parameter, { bounds }: Signature): readonly TestType[] {
  if (literal || pattern.kind === "lambda") return [];
  return TYPES.filter((type) =>
    accepts(pattern, { type: columnOf(type, false).type, nullable: false }, new Map(), bounds),
  );
}

function columnOf(type: TestType, nullable: boolean, nth: 0 | 1 = 0) {
  const name = `${columnsOfType[type][nth]}${nullable ? "" : "_r"}`;
  const found = scopeColumns.find((column) => column.name === name);
  if (found === undefined) throw new Error(`No column ${name}`);
  return found;
}

/** The names of the cells that a call tries: its arguments that are columns. */
export function cellsOf({ text }: Pick<Call, "text">): readonly string[] {
  const parsed = parseExpression(text, originOf(text));
  if (!("syntax" in parsed) || parsed.syntax.kind !== "call") return [];
  const { name, arguments: given } = parsed.syntax;
  return given.flatMap((argument, at) => {
    if (argument.kind !== "name") return [];
    const type = TYPES.find((one) =>
      columnsOfType[one].some((column) => argument.name === column || argument.name === `${column}_r`),
    );
    return type === undefined ? [] : [`${name} ${at + 1}: ${type}${argument.name.endsWith("_r") ? "" : " or null"}`];
  });
}

/** A call that tries the cell and that the analyzer accepts; undefined if there is none with columns of the test's table. */
export function callFor(cell: Cell, isAccepted: (call: Call) => boolean): Call | undefined {
  const { row, signature, position, type, nullable } = cell;
  const least = Math.max(
    position + 1,
    signature.parameters.filter(({ optional, variadic }) => !optional && !variadic).length,
  );
  for (
    let count = least;
    count <= signature.parameters.length + (least === signature.parameters.length ? 1 : 0);
    count += 1
  ) {
    const parameters = Array.from({ length: count }, (_, i) => signature.parameters[i] ?? signature.parameters.at(-1));
    if (count > signature.parameters.length && parameters.at(-1)?.variadic !== true) break;
    const own = columnOf(type, nullable).name;
    let lists: readonly (readonly string[])[] = [[]];
    for (const [at, parameter] of parameters.entries()) {
      if (parameter === undefined) return undefined;
      const options = at === position ? [own] : optionsAt(cell, at, parameter);
      lists = lists.flatMap((list) => options.map((option) => [...list, option])).slice(0, 400);
    }
    for (const list of lists) {
      const call = { text: `${row.name}(${list.join(", ")})`, aggregate: row.aggregate === true, row: row.name };
      if (isAccepted(call)) return call;
    }
  }
  return undefined;
}

/** What may stand at another place than the cell's: what is likeliest to go with it first. */
function optionsAt({ row, signature, type, nullable }: Cell, at: number, parameter: Parameter): readonly string[] {
  const { pattern } = parameter;
  if (pattern.kind === "lambda") {
    const names = pattern.parameters.filter(({ optional }) => !optional).map((_, i) => `p${i}`);
    const body = pattern.result.kind === "type" ? `${names.at(-1)} is null` : names[0];
    return [`${names.length === 1 ? names[0] : `(${names.join(", ")})`} -> ${body}`];
  }
  // No column holds elements, or has keys, of every class of types.
  const key = columnOf(type, false).name;
  const made =
    pattern.kind === "array"
      ? [`array(${columnOf(type, nullable).name})`]
      : pattern.kind === "map"
        ? [`map(${key}, ${key})`]
        : [];
  const written = [...new Set(row.samples.flatMap((sample) => argumentsOf(sample)?.[at] ?? []))];
  if (parameter.literal) return written;
  const fitting = acceptedAt(parameter, signature);
  const first = fitting.filter((one) => one === type);
  const column = (one: TestType): string => columnOf(one, nullable, 1).name;
  const others = fitting.filter((one) => one !== type);
  return [
    ...first.map(column),
    ...made,
    ...written,
    ...others.map(column),
    ...(nullable ? others.map((one) => columnOf(one, false).name) : []),
  ];
}

/** Calls for what no other one tries. */
export function callsForCells(others: readonly Call[], isAccepted: (call: Call) => boolean): readonly Call[] {
  const tried = new Set(others.flatMap(cellsOf));
  return requiredCells().flatMap((cell) => {
    if (tried.has(nameOf(cell))) return [];
    const call = callFor(cell, isAccepted);
    if (call !== undefined) for (const name of cellsOf(call)) tried.add(name);
    return call === undefined ? [] : [call];
  });
}

/** What a signature accepts, and the function's own check refuses with every column of the class: by the names of cells, and why. */
export const refusedCells: readonly { readonly cells: RegExp; readonly why: string }[] = [
  { cells: /^abs 1: (great|whole) decimal/, why: "Spark 4 keeps 34 digits where it takes the sign off" },
  { cells: /^b?round 1: whole decimal/, why: "a rounded neighbour of 38 digits may have 39" },
  { cells: /^named_struct [13]: /, why: "names are written out" },
  { cells: /^map [13]: (?!map).* or null$/, why: "a key is never null" },
  {
    cells: /^map [13]: (map|double)/,
    why: "no key: maps have no order, and of -0.0 and 0.0 releases make one key or two",
  },
  { cells: /^(element_at|map_contains_key) 2: double/, why: "no function makes a map whose keys are doubles" },
  {
    cells: /^map_from_arrays 1: .* or null$/,
    why: "a key is never null, and neither is an array of them that can hold null",
  },
  { cells: /^map_from_entries 1: array of struct/, why: "its structs have three fields, and an entry has two" },
];
