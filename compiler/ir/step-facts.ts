import type { Expression } from "../expression/expression.js";
import { callsIn } from "../expression/facts.js";
import { keyedCalls, keyOf } from "../expression/keyed.js";
import { printSyntax } from "../expression/print/print-syntax.js";
import { type DataType, printType } from "../expression/type.js";
import type { Facts } from "../lock/identity.js";
import type { HashKeys } from "../model/hash-key.js";
import type { LinkedExpectation, LinkedExplode, LinkedTable, NamedExpression } from "../model/linked.js";
import { isSound } from "../model/poisoned.js";
import { isReplaced } from "../model/replaced.js";

export const explodeFact = (explode: LinkedExplode | undefined): Facts =>
  explode ? { explode: { [explode.name]: `${typed(explode.expression)}${explode.isOuter ? ", outer" : ""}` } } : {};

/** Of which columns of the tables that rows are looked up in those are that a table's joins add. */
export function joinedFact({ joins }: LinkedTable): Facts {
  const lookups = joins.filter(({ within }) => within === undefined);
  const joined = lookups.flatMap(({ name, columns }) =>
    columns.map((column) => [column.name, `${name}.${column.of}`] as const),
  );
  return joined.length === 0 ? {} : { joined: Object.fromEntries(joined) };
}

/** What the clauses of one table make of its rows, as far as it decides. */
export function stepFacts(linked: LinkedTable, decided: ReadonlySet<string>, keys: HashKeys): Facts {
  const { columns, where, expectations } = linked;
  const moving = expectations.filter(movesRows);
  return {
    ...bodyTypes(linked, decided),
    ...named(
      "columns",
      columns.filter(({ name }) => decided.has(name)),
      keys,
    ),
    ...(where && { where: printSyntax(where.syntax) }),
    ...(moving.length > 0 && {
      expect: Object.fromEntries(
        moving.map(({ name, expression: { syntax }, otherwise }) => [
          name,
          `${printSyntax(syntax)}, else ${otherwise}`,
        ]),
      ),
    }),
  };
}

/**
 * The types as which the fields of bodies are parsed that an expression reads which decides: another type is another value.
 * Several inputs are of one shape, so the first speaks for all.
 */
function bodyTypes({ inputs, explode, columns }: LinkedTable, decided: ReadonlySet<string>): Facts {
  const input = inputs.find(({ kind }) => kind === "raw");
  if (input?.kind !== "raw") return {};
  const made = columns.filter(({ name }) => decided.has(name));
  const read = [...(explode ? [explode] : []), ...made].flatMap(({ expression }) => expression.references);
  const types = read.flatMap(({ path: [name, ...fields] }) => {
    const column = input.source.columns.find((candidate) => candidate.name === name);
    return column ? [[[name, ...fields].join("."), printType(fieldType(column.type, fields))] as const] : [];
  });
  return types.length === 0 ? {} : { body: Object.fromEntries(types) };
}

/** The type of a field of structs; of what is no struct, its own. */
function fieldType(type: DataType, [first, ...rest]: readonly string[]): DataType {
  const field = type.kind === "struct" ? type.fields.find(({ name }) => name === first) : undefined;
  return field ? fieldType(field.type, rest) : type;
}

/** A row that is only warned of goes on as it is. */
const movesRows = ({ otherwise }: LinkedExpectation): boolean => otherwise !== "warn";

/**
 * The columns that decide what is kept in the state and where rows go; the others may come and go with it. Rows that wait
 * for a match are kept as they are, and what is computed in another way is computed anew.
 */
export function deciding(linked: LinkedTable): ReadonlySet<string> {
  const { columns, where, expectations, watermark, deduplicate, interval, windows } = linked;
  if (interval || isReplaced(linked)) return new Set(columns.map(({ name }) => name));
  const conditions = [...(where ? [where] : []), ...expectations.filter(movesRows).map(({ expression }) => expression)];
  const results = windows?.aggregates.map(({ expression }) => expression) ?? [];
  const read = [...conditions, ...results].flatMap(({ references }) => references.map(({ path: [first] }) => first));
  const clauses = [watermark?.column, windows?.column, ...(deduplicate?.keys ?? []), ...(windows?.groupBy ?? [])];
  return new Set([...read, ...clauses.filter((name) => name !== undefined)]);
}

/** @param keys those of the project, where expressions may hash by them */
export const named = (clause: string, list: readonly NamedExpression[], keys: HashKeys = new Map()): Facts =>
  byName(clause, list, (expression) => `${typed(expression)}${secretsOf(expression, keys)}`);

/** Aggregates that Spark keeps in its state. */
export const keptAggregates = (list: readonly NamedExpression[]): Facts =>
  byName("aggregates", list, (expression) => `${typed(expression)}${keptAs(expression)}`);

const byName = (clause: string, list: readonly NamedExpression[], fact: (expression: Expression) => string): Facts =>
  list.length === 0
    ? {}
    : { [clause]: Object.fromEntries(list.map(({ name, expression }) => [name, fact(expression)])) };

/** State holds values of a type, and even nullability counts. */
const typed = ({ syntax, type, nullable }: Expression): string =>
  `${printSyntax(syntax)} → ${printType(type)}${nullable ? "" : " not null"}`;

/** `, kept as decimal(30,0)`: a state of another type cannot be read. */
function keptAs({ node }: Expression): string {
  const kept = callsIn(node).map((call) => call.function.keptAs?.(call));
  const distinct = new Set(kept.filter((as) => as !== undefined));
  return distinct.size === 0 ? "" : `, kept as ${[...distinct].sort().join(", ")}`;
}

/** `, by customers-hash-key`: another secret gives other hashes of the same values. */
function secretsOf({ node }: Expression, keys: HashKeys): string {
  const used = keyedCalls(node).map((call) => keys.get(keyOf(call) ?? ""));
  const secrets = new Set(used.filter(isSound).map(({ secret }) => secret));
  return secrets.size === 0 ? "" : `, by ${[...secrets].sort().join(", ")}`;
}
