import { commonType } from "../infer/common-type.js";
import type { DataType } from "../type.js";
import type { CallNode, TypedNode } from "../typed-node.js";
import { parametersOf } from "./arguments.js";
import { arithmeticOf, bitsOf } from "./arithmetic.js";
import { cast } from "./cast.js";
import { evaluatorOf } from "./catalogue.js";
import { compare } from "./compare.js";
import { decimalOf } from "./decimal.js";
import { distinctRows } from "./distinct.js";
import type { Given, Keys, Lambda } from "./evaluator.js";
import { concatenated } from "./join.js";
import { matcher } from "./like.js";
import { literalValue } from "./literal.js";
import {
  arrayOf,
  booleanIn,
  decimalIn,
  doubleIn,
  elementsIn,
  entriesIn,
  fieldsIn,
  type Row,
  textIn,
  type Value,
  wholeIn,
} from "./value.js";
import { widened } from "./widen.js";

/** Where an expression is evaluated: the row, the rows of its group, and the parameters of the lambdas around. */
export interface Place {
  readonly row: Row;
  readonly rows: readonly Row[];
  readonly variables: ReadonlyMap<string, Value>;
}

export type Prepared = (place: Place) => Value;

type Of<K extends TypedNode["kind"]> = Extract<TypedNode, { readonly kind: K }>;

/** A typed tree as a function: what does not depend on rows is done once. */
export function prepare(node: TypedNode, keys: Keys): Prepared {
  switch (node.kind) {
    case "literal": {
      const value = literalValue(node.value);
      return () => value;
    }
    case "column":
      return ({ row }) =>
        (node.relation === undefined ? row.columns : row.relations?.get(node.relation))?.get(node.name) ?? null;
    case "variable":
      return ({ variables }) => variables.get(node.name) ?? null;
    case "field":
      return prepareField(node, keys);
    case "index":
      return prepareIndex(node, keys);
    case "unary":
      return prepareUnary(node, keys);
    case "binary":
      return prepareBinary(node, keys);
    case "is": {
      const operand = prepare(node.operand, keys);
      const wanted = node.test === "null" ? null : node.test === "true";
      return (place) => (operand(place) === wanted) !== node.negated;
    }
    case "between":
      return prepareBetween(node, keys);
    case "in":
      return prepareIn(node, keys);
    case "like": {
      const operand = prepare(node.operand, keys);
      const matches = matcher(node.operator, textIn(prepare(node.pattern, keys)(NOWHERE)));
      return (place) => {
        const value = operand(place);
        return value === null ? null : matches(textIn(value)) !== node.negated;
      };
    }
    case "case":
      return prepareCase(node, keys);
    case "cast": {
      const operand = prepare(node.operand, keys);
      return (place) => cast(operand(place), node.operand.type, node.type);
    }
    case "call":
      return prepareCall(node, keys);
    case "lambda":
      throw new Error("A lambda stands only as an argument");
  }
}

const NOWHERE: Place = { row: { columns: new Map() }, rows: [], variables: new Map() };

function prepareField(node: Of<"field">, keys: Keys): Prepared {
  const target = prepare(node.target, keys);
  const { type } = node.target;
  const struct = type.kind === "array" ? type.element : type;
  const at = struct.kind === "struct" ? struct.fields.findIndex(({ name }) => name === node.name) : -1;
  const fieldOf = (value: Value): Value => (value === null ? null : (fieldsIn(value)[at] ?? null));
  if (type.kind !== "array") return (place) => fieldOf(target(place));
  return (place) => {
    const value = target(place);
    return value === null ? null : arrayOf(elementsIn(value).map(fieldOf));
  };
}

function prepareIndex(node: Of<"index">, keys: Keys): Prepared {
  const [target, index] = [prepare(node.target, keys), prepare(node.index, keys)];
  const { type } = node.target;
  return (place) => {
    const [within, at] = [target(place), index(place)];
    if (within === null || at === null) return null;
    if (type.kind !== "map") return elementsIn(within)[Number(wholeIn(at))] ?? null;
    const key = widened(at, node.index.type, type.key);
    return entriesIn(within).find(([other]) => compare(other, key, type.key) === 0)?.[1] ?? null;
  };
}

function prepareUnary(node: Of<"unary">, keys: Keys): Prepared {
  const operand = prepare(node.operand, keys);
  if (node.operator === "+") return operand;
  return (place) => {
    const value = operand(place);
    if (value === null) return null;
    if (node.operator === "not") return !booleanIn(value);
    if (node.type.kind === "double") return -doubleIn(value);
    if (node.type.kind === "decimal") return decimalOf(-decimalIn(value).unscaled, decimalIn(value).scale);
    const opposite = -wholeIn(value);
    return BigInt.asIntN(node.type.kind === "int" ? 32 : 64, opposite) === opposite ? opposite : null;
  };
}

function prepareBinary(node: Of<"binary">, keys: Keys): Prepared {
  const { operator } = node;
  const [left, right] = [prepare(node.left, keys), prepare(node.right, keys)];
  const [a, b] = [node.left.type, node.right.type];
  switch (operator) {
    case "and":
    case "or": {
      const decisive = operator === "or";
      return (place) => {
        const one = left(place);
        if (one === decisive) return decisive;
        const other = right(place);
        if (other === decisive) return decisive;
        return one === null || other === null ? null : !decisive;
      };
    }
    case "<=>":
    case "is not distinct from":
    case "is distinct from": {
      const comparison = comparing(a, b);
      return (place) => (comparison(left(place), right(place)) === 0) === (operator !== "is distinct from");
    }
    case "=":
    case "<>":
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const comparison = comparing(a, b);
      return notNull(left, right, (one, other) => HOLDS[operator](comparison(one, other)));
    }
    case "||":
      return notNull(left, right, (one, other) =>
        concatenated([widened(one, a, node.type), widened(other, b, node.type)], node.type),
      );
    case "&":
    case "|":
    case "^":
      return notNull(left, right, (one, other) => bitsOf(operator, wholeIn(one), wholeIn(other)));
    default:
      if (a.kind === "interval" || b.kind === "interval" || node.type.kind === "interval")
        return notNull(left, right, (one, other) => {
          const [from, to] = [timed(one, a, node.type), timed(other, b, node.type)];
          return operator === "-" ? from - to : from + to;
        });
      return notNull(left, right, (one, other) =>
        arithmeticOf(operator, { value: one, type: a }, { value: other, type: b }, node.type),
      );
  }
}

/** Of a date that stays one, days; of all else microseconds. */
function timed(value: Value, type: DataType, result: DataType): bigint {
  if (result.kind === "date") return type.kind === "date" ? wholeIn(value) : wholeIn(value) / 86_400_000_000n;
  return wholeIn(type.kind === "date" ? widened(value, type, { kind: "timestamp" }) : value);
}

const HOLDS = {
  "=": (order: number) => order === 0,
  "<>": (order: number) => order !== 0,
  "<": (order: number) => order < 0,
  "<=": (order: number) => order <= 0,
  ">": (order: number) => order > 0,
  ">=": (order: number) => order >= 0,
};

const notNull =
  (left: Prepared, right: Prepared, compute: (a: Value, b: Value) => Value): Prepared =>
  (place) => {
    const [a, b] = [left(place), right(place)];
    return a === null || b === null ? null : compute(a, b);
  };

/** The order of values of two types that can be compared: decimals and whole numbers as they are, all others as their common type. */
function comparing(a: DataType, b: DataType): (one: Value, other: Value) => number {
  const isExact = (type: DataType): boolean => type.kind === "decimal" || type.kind === "int" || type.kind === "bigint";
  const scale = Math.max(...[a, b].map((type) => (type.kind === "decimal" ? type.scale : 0)));
  const common: DataType =
    isExact(a) && isExact(b) ? { kind: "decimal", precision: 38, scale } : (commonType(a, b) ?? a);
  return (one, other) => compare(widened(one, a, common), widened(other, b, common), common);
}

function prepareBetween(node: Of<"between">, keys: Keys): Prepared {
  const [operand, low, high] = [prepare(node.operand, keys), prepare(node.low, keys), prepare(node.high, keys)];
  const [toLow, toHigh] = [comparing(node.operand.type, node.low.type), comparing(node.operand.type, node.high.type)];
  return (place) => {
    const [value, least, most] = [operand(place), low(place), high(place)];
    if (value === null) return null;
    const above = least === null ? null : toLow(value, least) >= 0;
    const below = most === null ? null : toHigh(value, most) <= 0;
    const inside = above === false || below === false ? false : above === null || below === null ? null : true;
    return inside === null ? null : inside !== node.negated;
  };
}

function prepareIn(node: Of<"in">, keys: Keys): Prepared {
  const operand = prepare(node.operand, keys);
  const items = node.items.map((item) => prepare(item, keys));
  const common = [node.operand, ...node.items].reduce<DataType>((type, item) => commonType(type, item.type) ?? type, {
    kind: "null",
  });
  return (place) => {
    const value = operand(place);
    if (value === null) return null;
    const wanted = widened(value, node.operand.type, common);
    const found = items.map((item, i) => widened(item(place), node.items[i]?.type ?? common, common));
    if (found.some((one) => one !== null && compare(one, wanted, common) === 0)) return !node.negated;
    return found.includes(null) ? null : node.negated;
  };
}

function prepareCase(node: Of<"case">, keys: Keys): Prepared {
  const operand = node.operand && prepare(node.operand, keys);
  const branches = node.branches.map(({ when, result }) => ({
    when: prepare(when, keys),
    compares: node.operand && comparing(node.operand.type, when.type),
    result: widening(result, node.type, keys),
  }));
  const otherwise = node.otherwise && widening(node.otherwise, node.type, keys);
  return (place) => {
    const value = operand?.(place) ?? null;
    for (const { when, compares, result } of branches) {
      const tested = when(place);
      const holds = compares ? value !== null && tested !== null && compares(value, tested) === 0 : tested === true;
      if (holds) return result(place);
    }
    return otherwise?.(place) ?? null;
  };
}

function widening(node: TypedNode, type: DataType, keys: Keys): Prepared {
  const value = prepare(node, keys);
  return (place) => widened(value(place), node.type, type);
}

function prepareCall(node: CallNode, keys: Keys): Prepared {
  const evaluator = evaluatorOf(node.function.name);
  if (evaluator === undefined) throw new Error(`${node.function.name} is not evaluated`);
  if (evaluator.kind === "none") throw new Error(`${node.function.name} is not evaluated: ${evaluator.reason}`);
  const types = parametersOf(node);
  const values = node.arguments.map((argument): Prepared | undefined =>
    argument.kind === "lambda" ? undefined : prepare(argument, keys),
  );
  const lambdas = node.arguments.map((argument) =>
    argument.kind === "lambda" ? { parameters: argument.parameters, body: prepare(argument.body, keys) } : undefined,
  );
  const isLambda = (position: number): boolean => lambdas[position] !== undefined;
  const given = (place: Place, written: readonly Value[]): Given => ({
    call: node,
    types,
    written,
    keys,
    isLambda,
    lambda: (position): Lambda => {
      const lambda = lambdas[position];
      if (lambda === undefined) throw new Error(`Argument ${position} of ${node.function.name} is no lambda`);
      return (...parameters) => {
        const variables = new Map(place.variables);
        for (const [i, name] of lambda.parameters.entries()) variables.set(name, parameters[i] ?? null);
        return lambda.body({ ...place, variables });
      };
    },
  });
  const writtenIn = (place: Place): readonly Value[] => values.map((value) => value?.(place) ?? null);
  const taken = (written: readonly Value[]): readonly Value[] =>
    written.map((value, i) => {
      const [from, to] = [node.arguments[i]?.type, types[i]];
      return from && to ? widened(value, from, to) : value;
    });
  if (evaluator.kind === "row")
    return (place) => {
      const written = writtenIn(place);
      return evaluator.compute(taken(written), given(place, written));
    };
  const filter = node.filter && prepare(node.filter, keys);
  return (place) => {
    const counted = place.rows
      .map((row): Place => ({ row, rows: [row], variables: place.variables }))
      .filter((one) => filter === undefined || filter(one) === true)
      .map((one) => taken(writtenIn(one)));
    return evaluator.compute(node.distinct ? distinctRows(counted, types) : counted, given(place, []));
  };
}
