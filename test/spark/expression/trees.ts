import { Report } from "../../../compiler/diagnostics/report.js";
import { analyze } from "../../../compiler/expression/analyze.js";
import { families } from "../../../compiler/expression/catalogue/catalogue.js";
import {
  type Parameter,
  type Pattern,
  type Signature,
  signatureOf,
} from "../../../compiler/expression/catalogue/signature.js";
import type { Expression, Scope, ScopeColumn } from "../../../compiler/expression/expression.js";
import { isOrderable } from "../../../compiler/expression/infer/common-type.js";
import { accepts, type Bindings, typeOf as boundType, isNullable } from "../../../compiler/expression/infer/match.js";
import { originOf, typeOf } from "../../../compiler/expression/testing.fixture.js";
import { type DataType, printType } from "../../../compiler/expression/type.js";
import { literalArguments } from "./tree-literals.js";
import { type Draw, one, simpleText, someValue, treeColumns, valueSql } from "./tree-table.js";

/** A part of a tree: its text, and what the analyzer says of it where it stands. */
interface Made {
  readonly text: string;
  readonly type: DataType;
  readonly nullable: boolean;
}

/** What a place may use: values by their texts, as many more parts, and parameters of lambdas. */
interface Place {
  readonly draw: Draw;
  readonly leaves: readonly Made[];
  readonly columns: readonly ScopeColumn[];
  readonly scope: Omit<Scope, "columns">;
  readonly budget: { parts: number; names: number };
  /** What was refused, and how often. */
  readonly refused: Map<string, number>;
}

const row: Omit<Scope, "columns"> = { aggregates: "forbidden", clause: "columns" };
const group: Omit<Scope, "columns"> = { aggregates: "required", clause: "aggregate", groupedBy: ["part"] };

/** A typed expression over the columns of a row; its texts are accepted by the analyzer, part by part. */
export function treeOf(draw: Draw, refused: Map<string, number>): string {
  const place: Place = {
    draw,
    leaves: treeColumns.map(({ name, type, nullable }) => ({ text: name, type, nullable })),
    columns: treeColumns,
    scope: row,
    budget: { parts: 3 + draw(30), names: 0 },
    refused,
  };
  const made = draw(2) === 0 ? anyCall(place, 5) : undefined;
  return (made ?? make(place, anyType(draw), 6)).text;
}

/** A call of any function, whatever it gives. */
function anyCall(place: Place, depth: number): Made | undefined {
  const { found, signature } = one(place.draw, plain);
  const text = callOf(place, found.name, signature, new Map(), depth);
  return text === undefined ? undefined : accepted(place, text);
}

/** An expression over aggregates of a group, and of what it is grouped by. */
export function aggregateTreeOf(draw: Draw, refused: Map<string, number>): string {
  const inner: Place = {
    draw,
    leaves: treeColumns.map(({ name, type, nullable }) => ({ text: name, type, nullable })),
    columns: treeColumns,
    scope: row,
    budget: { parts: 12, names: 0 },
    refused,
  };
  const leaves: Made[] = [{ text: "part", type: { kind: "int" }, nullable: false }];
  for (let tries = 0; leaves.length < 3 && tries < 30; tries += 1) {
    const [name, signature] = one(draw, aggregates);
    const call = callOf(inner, name, signature, new Map(), 2);
    const modified =
      call &&
      one(draw, [
        call,
        call,
        call.replace(/^(\w+)\((?!\*)/, "$1(distinct "),
        `${call} filter (where ${make({ ...inner, budget: { parts: 4, names: 50 } }, { kind: "boolean" }, 2).text})`,
      ]);
    const made = modified && accepted({ ...inner, scope: group }, modified);
    if (made) leaves.push(made);
  }
  const calls = leaves.slice(1);
  const outer: Place = { ...inner, leaves, scope: group, budget: { parts: 2 + draw(4), names: 100 } };
  const [first] = calls;
  if (first === undefined) return "count(*)";
  return draw(3) === 0 ? first.text : make(outer, one(draw, calls).type, 2).text;
}

/** The expression of a text, or that it is refused. */
export function analyzed(text: string, aggregate: boolean): Expression | undefined {
  return analyze(text, originOf(text), { ...(aggregate ? group : row), columns: treeColumns }, new Report());
}

const SIMPLE: readonly DataType[] = [
  "int", "bigint", "double", "string", "boolean", "date", "timestamp", "binary",
].map((word) => typeOf(word)); // biome-ignore format: a list
const DECIMALS = treeColumns.flatMap(({ type }) => (type.kind === "decimal" ? [type] : []));
const HOLDING = treeColumns.flatMap(({ type }) => (["array", "map", "struct"].includes(type.kind) ? [type] : []));
const ORDERABLE = [...SIMPLE, ...HOLDING.filter(isOrderable)];

const anyType = (draw: Draw): DataType =>
  one<() => DataType>(draw, [
    () => one(draw, SIMPLE),
    () => one(draw, SIMPLE),
    () => one(draw, DECIMALS),
    () => one(draw, HOLDING),
  ])();
const orderableType = (draw: Draw): DataType =>
  draw(4) === 0 ? one(draw, DECIMALS) : draw(5) === 0 ? one(draw, ORDERABLE) : one(draw, SIMPLE);
const numberType = (draw: Draw): DataType =>
  one<() => DataType>(draw, [() => typeOf(one(draw, ["int", "bigint", "double"])), () => one(draw, DECIMALS)])();

/** Whether a part is of the type that was asked for; decimals and names of fields do not count. */
function suits(found: DataType, wanted: DataType): boolean {
  if (found.kind === "array" && wanted.kind === "array") return suits(found.element, wanted.element);
  if (found.kind === "map" && wanted.kind === "map")
    return suits(found.key, wanted.key) && suits(found.value, wanted.value);
  if (found.kind === "struct" && wanted.kind === "struct")
    return (
      found.fields.length === wanted.fields.length &&
      found.fields.every(({ name, type }, i) => {
        const field = wanted.fields[i];
        return field !== undefined && field.name === name && suits(type, field.type);
      })
    );
  return found.kind === wanted.kind;
}

function accepted(place: Place, text: string): Made | undefined {
  const report = new Report();
  const found = analyze(text, originOf(text), { ...place.scope, columns: place.columns }, report);
  if (found !== undefined) return { text, type: found.type, nullable: found.nullable };
  const problems = report.sorted();
  if (problems.length === 0) throw new Error(`Refused without a word: ${text}`);
  for (const { code } of problems) place.refused.set(code, (place.refused.get(code) ?? 0) + 1);
  return undefined;
}

/** A part of a type, of so many levels at most. */
function make(place: Place, wanted: DataType, depth: number): Made {
  const { draw, budget } = place;
  budget.parts -= 1;
  if (depth > 0 && budget.parts > 0 && draw(8) !== 0) {
    for (let tries = 0; tries < 4; tries += 1) {
      const text = one(draw, [computed, computed, called, called, called, chosen])(place, wanted, depth - 1);
      const made = text === undefined ? undefined : accepted(place, text);
      if (made !== undefined && suits(made.type, wanted)) return made;
    }
  }
  return leaf(place, wanted);
}

function leaf(place: Place, wanted: DataType): Made {
  const { draw } = place;
  const found = place.leaves.filter(({ type }) => suits(type, wanted));
  if (found.length > 0 && draw(4) !== 0) {
    // Parameters of lambdas come last, and would be drawn too seldom.
    return draw(3) === 0 ? (found.at(-1) ?? one(draw, found)) : one(draw, found);
  }
  const made = accepted(place, literal(draw, wanted));
  return (
    made ?? accepted(place, `cast(null as ${printType(wanted)})`) ?? { text: "null", type: wanted, nullable: true }
  );
}

/** A value that is written out. */
function literal(draw: Draw, type: DataType): string {
  if (draw(12) === 0) return `cast(null as ${printType(type)})`;
  switch (type.kind) {
    case "array":
      return `array(${[literal(draw, type.element), ...(draw(2) === 0 ? [literal(draw, type.element)] : [])].join(", ")})`;
    case "map":
      return `map(${notNull(draw, type.key)}, ${literal(draw, type.value)})`;
    case "struct":
      return `named_struct(${type.fields.map((field) => `'${field.name}', ${literal(draw, field.type)}`).join(", ")})`;
    default:
      return simpleText(draw, type);
  }
}

const notNull = (draw: Draw, type: DataType): string =>
  ["array", "map", "struct"].includes(type.kind) ? valueSql(someValue(draw, type, 0, false)) : simpleText(draw, type);

const COMPARISONS = ["=", "<>", "<", "<=", ">", ">=", "<=>", "is distinct from", "is not distinct from"];

/** An operator, a test, or a cast. */
function computed(place: Place, wanted: DataType, depth: number): string | undefined {
  const { draw } = place;
  const part = (type: DataType): string => bracketed(make(place, type, depth).text);
  const cast = (): string => {
    const from = one(draw, [...SIMPLE, ...DECIMALS, wanted]);
    return `${one(draw, ["cast", "try_cast"])}(${make(place, from, depth).text} as ${printType(wanted)})`;
  };
  const number = (): string => {
    const [a, b] = draw(3) === 0 ? [wanted, numberType(draw)] : [wanted, wanted];
    return one(draw, [
      () => `${part(a)} ${one(draw, ["+", "-", "*", "/", "%"])} ${part(b)}`,
      () => `${part(b)} ${one(draw, ["+", "-", "*", "/", "%"])} ${part(a)}`,
      () => `-${part(wanted)}`,
      cast,
    ])();
  };
  switch (wanted.kind) {
    case "int":
    case "bigint":
      return one(draw, [
        number,
        number,
        () => `${part(wanted)} ${one(draw, ["&", "|", "^", "div"])} ${part(wanted)}`,
      ])();
    case "double":
    case "decimal":
      return number();
    case "boolean":
      return truth(place, part, cast);
    case "string":
    case "binary":
      return one(draw, [() => `${part(wanted)} || ${part(wanted)}`, cast])();
    case "array":
      return one(draw, [
        () => `${part(wanted)} || ${part(wanted)}`,
        () => `array(${part(wanted.element)}, ${part(wanted.element)})`,
        ...place.leaves.flatMap(({ text, type }) =>
          type.kind === "array" && type.element.kind === "struct"
            ? type.element.fields.flatMap((field) =>
                suits(field.type, wanted.element) ? [() => `${text}.${field.name}`] : [],
              )
            : [],
        ),
      ])();
    case "date":
      return one(draw, [
        () => `${part(wanted)} ${one(draw, ["+", "-"])} interval ${draw(500)} ${one(draw, ["days", "weeks"])}`,
        cast,
      ])();
    case "timestamp":
      return one(draw, [
        () =>
          `${part(wanted)} ${one(draw, ["+", "-"])} interval ${draw(100_000)} ${one(draw, ["days", "hours", "minutes", "seconds", "milliseconds", "microseconds"])}`,
        () => `${part(wanted)} + (${part(wanted)} - ${part(wanted)})`,
        () => `interval ${draw(100)} hours ${draw(100)} minutes + ${part(wanted)}`,
        cast,
      ])();
    case "struct":
      return `named_struct(${wanted.fields.map((field) => `'${field.name}', ${make(place, field.type, depth).text}`).join(", ")})`;
    case "map":
      return `map(${notNull(draw, wanted.key)}, ${make(place, wanted.value, depth).text})`;
    default:
      return undefined;
  }
}

function truth(place: Place, part: (type: DataType) => string, cast: () => string): string {
  const { draw } = place;
  const boolean: DataType = { kind: "boolean" };
  const compared = orderableType(draw);
  const not = one(draw, ["", "not "]);
  return one(draw, [
    () => `${part(compared)} ${one(draw, COMPARISONS)} ${part(compared)}`,
    () => {
      const other = numberType(draw);
      return `${part(numberType(draw))} ${one(draw, COMPARISONS)} ${part(other)}`;
    },
    () => `${part(boolean)} ${one(draw, ["and", "or"])} ${part(boolean)}`,
    () => `not ${part(boolean)}`,
    () => `${part(anyType(draw))} is ${not}null`,
    () => `${part(boolean)} is ${not}${one(draw, ["true", "false"])}`,
    () => `${part(compared)} ${not}between ${part(compared)} and ${part(compared)}`,
    () => `${part(compared)} ${not}in (${part(compared)}, ${part(compared)})`,
    () => {
      const operator = one(draw, ["like", "ilike", "rlike"]);
      return `${part({ kind: "string" })} ${not}${operator} ${one(draw, operator === "rlike" ? PATTERNS : ["'a%'", "'%_%'", "'\\\\%%'", "'A_c'", "''", "'%🙂%'", "'ß'"])}`;
    },
    () =>
      `${part({ kind: "timestamp" })} - ${part(one(draw, [typeOf("timestamp"), typeOf("date")]))} ${one(draw, COMPARISONS)} interval ${draw(50)} hours`,
    () => `${part(typeOf("date"))} ${one(draw, COMPARISONS)} ${part(typeOf("timestamp"))}`,
    cast,
  ])();
}

export const PATTERNS: readonly string[] = [
  "'[a-z]+'",
  "'^a'",
  "'(a)(b)?'",
  "'\\\\d+'",
  "r'\\s'",
  "''",
  "'🙂|x'",
  "'.'",
  "'[^a]*'",
  "'(?i)H(.)'",
];

/** A choice between parts, or a part of one that holds others. */
function chosen(place: Place, wanted: DataType, depth: number): string | undefined {
  const { draw } = place;
  const part = (type: DataType): string => make(place, type, depth).text;
  const boolean: DataType = { kind: "boolean" };
  const array: DataType = { kind: "array", element: wanted, containsNull: true };
  const inFields = place.leaves.flatMap(({ text, type }) =>
    type.kind === "struct"
      ? type.fields.flatMap((field) => (suits(field.type, wanted) ? [() => `${text}.${field.name}`] : []))
      : [],
  );
  return one(draw, [
    () => `case when ${part(boolean)} then ${part(wanted)} else ${part(wanted)} end`,
    () => `case when ${part(boolean)} then ${part(wanted)} when ${part(boolean)} then ${part(wanted)} end`,
    () => {
      const compared = orderableType(draw);
      return `case ${part(compared)} when ${part(compared)} then ${part(wanted)} when ${part(compared)} then ${part(wanted)} else ${part(wanted)} end`;
    },
    () => `${bracketed(part(array))}[${part({ kind: "int" })}]`,
    () =>
      `${bracketed(part({ kind: "map", key: { kind: "string" }, value: wanted, valueContainsNull: true }))}[${part({ kind: "string" })}]`,
    () => `named_struct('f', ${part(wanted)}, 'g', ${part(anyType(draw))}).f`,
    ...inFields,
    ...inFields,
  ])();
}

const bracketed = (text: string): string => (/^[\w.]+$/.test(text) ? text : `(${text})`);

const functions = families.flatMap(({ rows }) =>
  rows.flatMap((found) =>
    found.keyed ? [] : [found.signature].flat().map((text) => ({ found, signature: signatureOf(text) })),
  ),
);
const aggregates = functions
  .filter(({ found }) => found.aggregate === true)
  .map(({ found, signature }) => [found.name, signature] as const);
const plain = functions.filter(({ found }) => found.aggregate !== true);

/** A function whose result can be what is wanted. */
function called(place: Place, wanted: DataType, depth: number): string | undefined {
  const { draw } = place;
  const fitting = plain.filter(({ signature }) => gives(signature.result, wanted, signature));
  if (fitting.length === 0) return undefined;
  const { found, signature } = one(draw, fitting);
  const bound = new Map<string, DataType>();
  bind(signature.result, wanted, bound);
  return callOf(place, found.name, signature, bound, depth, wanted);
}

function gives(pattern: Pattern, wanted: DataType, signature: Signature): boolean {
  switch (pattern.kind) {
    case "type":
      return pattern.type === wanted.kind;
    case "class":
      return true;
    case "array":
      return wanted.kind === "array" && gives(pattern.element, wanted.element, signature);
    case "map":
      return (
        wanted.kind === "map" &&
        gives(pattern.key, wanted.key, signature) &&
        gives(pattern.value, wanted.value, signature)
      );
    case "variable": {
      const bound = signature.bounds.get(pattern.name);
      return bound?.kind !== "class" || inClass(bound.name, wanted);
    }
    default:
      return false;
  }
}

function inClass(name: string, type: DataType): boolean {
  if (name === "whole") return type.kind === "int" || type.kind === "bigint";
  if (name === "number") return ["int", "bigint", "double", "decimal"].includes(type.kind);
  return name === "orderable" ? isOrderable(type) : name === "any" || name === type.kind;
}

function bind(pattern: Pattern, wanted: DataType, bound: Map<string, DataType>): void {
  if (pattern.kind === "variable") bound.set(pattern.name, wanted);
  if (pattern.kind === "array" && wanted.kind === "array") bind(pattern.element, wanted.element, bound);
  if (pattern.kind === "map" && wanted.kind === "map") {
    bind(pattern.key, wanted.key, bound);
    bind(pattern.value, wanted.value, bound);
  }
}

/** A call of a function by one of its signatures. `bound`: what its variables are to stand for. */
function callOf(
  place: Place,
  name: string,
  signature: Signature,
  bound: Map<string, DataType>,
  depth: number,
  wanted?: DataType,
): string | undefined {
  const { draw } = place;
  if (signature.ofRows) return `${name}(*)`;
  const bindings: Bindings = new Map();
  const written: string[] = [];
  for (const [position, parameter] of signature.parameters.entries()) {
    if (parameter.optional && draw(2) === 0) break;
    const times = parameter.variadic ? draw(3) : 1;
    for (let i = 0; i < times; i += 1) {
      const text = argument(place, name, position, parameter, signature, bound, bindings, depth, wanted);
      if (text === undefined) return undefined;
      written.push(text);
    }
  }
  return `${name}(${written.join(", ")})`;
}

function argument(
  place: Place,
  name: string,
  position: number,
  parameter: Parameter,
  signature: Signature,
  bound: Map<string, DataType>,
  bindings: Bindings,
  depth: number,
  wanted: DataType | undefined,
): string | undefined {
  const { draw } = place;
  const { pattern } = parameter;
  if (parameter.literal) return one(draw, literalArguments(name, position, pattern));
  if (name === "named_struct" && position % 2 === 0) return one(draw, ["'a'", "'b'", "'c'", "'d'"]);
  if (pattern.kind === "lambda") {
    const taken = pattern.parameters.filter(({ optional }) => !optional || draw(2) === 0).length;
    const names = Array.from({ length: taken }, (_, i) => `v${place.budget.names + i + 1}`);
    place.budget.names += taken;
    const variables = names.map((variable, i): Made => {
      const expected = pattern.parameters[i]?.pattern ?? { kind: "class", name: "any" };
      return {
        text: variable,
        type: boundType(expected, bindings),
        nullable: pattern.parameters[i]?.nullable === true || isNullable(expected, bindings),
      };
    });
    const inside: Place = {
      ...place,
      leaves: [...place.leaves, ...variables],
      columns: [...place.columns, ...variables.map(({ text, ...rest }) => ({ name: text, ...rest }))],
    };
    const body = make(inside, resultType(draw, pattern.result, bindings, bound), depth);
    accepts(pattern.result, body, bindings, signature.bounds);
    return `${names.length === 1 ? names[0] : `(${names.join(", ")})`} -> ${body.text}`;
  }
  const free =
    pattern.kind === "variable"
      ? !bound.has(pattern.name) && !signature.bounds.has(pattern.name)
      : pattern.kind === "class" && pattern.name === "any";
  const other = free && depth > 0 && draw(6) === 0 ? anyCall(place, depth - 1) : undefined;
  if (other !== undefined && pattern.kind === "variable") bound.set(pattern.name, other.type);
  const type = other?.type ?? argumentType(draw, pattern, signature, bound, wanted);
  const made = other ?? make(place, type, depth);
  accepts(pattern, made, bindings, signature.bounds);
  return parameter.neverNull && made.nullable && type.kind !== "array"
    ? `coalesce(${made.text}, ${notNull(draw, type)})`
    : made.text;
}

function resultType(draw: Draw, pattern: Pattern, bindings: Bindings, bound: Map<string, DataType>): DataType {
  if (pattern.kind === "variable") return bindings.get(pattern.name)?.type ?? bound.get(pattern.name) ?? anyType(draw);
  return pattern.kind === "type" ? { kind: pattern.type } : anyType(draw);
}

function argumentType(
  draw: Draw,
  pattern: Pattern,
  signature: Signature,
  bound: Map<string, DataType>,
  wanted: DataType | undefined,
): DataType {
  const inside = (part: Pattern): DataType => argumentType(draw, part, signature, bound, wanted);
  switch (pattern.kind) {
    case "type":
      if (pattern.type === "double" && draw(3) === 0) return numberType(draw);
      if (pattern.type === "bigint" && draw(3) === 0) return { kind: "int" };
      if (pattern.type === "timestamp" && draw(4) === 0) return { kind: "date" };
      return { kind: pattern.type };
    case "class":
      if (wanted !== undefined && inClass(pattern.name, wanted) && draw(2) === 0) return wanted;
      if (pattern.name === "number") return numberType(draw);
      if (pattern.name === "whole") return typeOf(one(draw, ["int", "bigint"]));
      if (pattern.name === "decimal") return one(draw, DECIMALS);
      if (pattern.name === "struct")
        return one(
          draw,
          HOLDING.filter(({ kind }) => kind === "struct"),
        );
      return pattern.name === "orderable" ? orderableType(draw) : anyType(draw);
    case "either":
      return inside(one(draw, pattern.options));
    case "array":
      return { kind: "array", element: inside(pattern.element), containsNull: true };
    case "map":
      return { kind: "map", key: inside(pattern.key), value: inside(pattern.value), valueContainsNull: true };
    case "variable": {
      const before = bound.get(pattern.name);
      if (before !== undefined) {
        if (before.kind === "bigint" && draw(4) === 0) return { kind: "int" };
        if (before.kind === "timestamp" && draw(4) === 0) return { kind: "date" };
        return before.kind === "decimal" && draw(4) === 0 ? { kind: "int" } : before;
      }
      const limit = signature.bounds.get(pattern.name);
      const type = limit === undefined ? anyType(draw) : inside(limit);
      bound.set(pattern.name, type);
      return type;
    }
    case "lambda":
      return { kind: "int" };
  }
}
