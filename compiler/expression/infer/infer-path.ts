import { closest, nearer, nearest } from "../../diagnostics/suggest.js";
import { catalogue } from "../catalogue/catalogue.js";
import { nondeterministic } from "../catalogue/refused.js";
import { expressionDiagnostics } from "../diagnostics.js";
import type { ColumnReference, Scope, ScopeColumn } from "../expression.js";
import type { Syntax } from "../parse/syntax.js";
import { type DataType, printType } from "../type.js";
import type { TypedNode } from "../typed-node.js";
import { commonType } from "./common-type.js";
import { literalOf, writtenElements } from "./given-call.js";
import { type Inference, refuse } from "./inference.js";

type Of<K extends Syntax["kind"]> = Extract<Syntax, { readonly kind: K }>;

/** A bare name: a lambda's parameter or a column of the table. */
export function inferName(syntax: Of<"name">, inference: Inference): TypedNode | undefined {
  const node = baseOf(syntax, inference);
  if (node?.kind === "column") refer(inference, { path: [node.name] });
  return node;
}

/** `a.b.c`: fields of a column, or a column of a joined table and its fields. The lineage names the whole path. */
export function inferField(syntax: Of<"field">, inference: Inference): TypedNode | undefined {
  const fields: Of<"field">[] = [];
  let base: Syntax = syntax;
  while (base.kind === "field") {
    fields.unshift(base);
    base = base.target;
  }
  const relation =
    base.kind === "name" && !inference.variables.has(base.name) ? relationOf(base, fields[0], inference) : "none";
  let node =
    relation === "none"
      ? base.kind === "name"
        ? baseOf(base, inference, fields[0])
        : inference.infer(base, inference)
      : relation.node;
  const rest = relation === "none" ? fields : fields.slice(1);
  const column = node?.kind === "column" ? node : undefined;
  for (const field of rest) node = node && fieldOf(node, field, inference);
  if (node !== undefined && column !== undefined) {
    const path = [column.name, ...rest.map(({ name }) => name)] as const;
    refer(inference, column.relation === undefined ? { path } : { relation: column.relation, path });
  }
  return node;
}

/** `relation.column`, unless the table has a column of the relation's name; `none` if the name is no relation. */
function relationOf(
  base: Of<"name">,
  first: Of<"field"> | undefined,
  inference: Inference,
): { readonly node: TypedNode | undefined } | "none" {
  const columns = inference.scope.relations?.get(base.name);
  if (columns === undefined || first === undefined) return "none";
  const own = inference.scope.columns.find((column) => column.name === base.name);
  const found = columns.find((column) => column.name === first.name);
  if (own !== undefined && found === undefined) return "none";
  const range = { start: base.start, end: first.end };
  if (own?.type.kind === "struct" && own.type.fields.some((field) => field.name === first.name)) {
    const meanings = `the field of the column '${base.name}' and the column of the joined table '${base.name}'`;
    const name = `${base.name}.${first.name}`;
    return {
      node: refuse(inference, range, (origin) => expressionDiagnostics.ambiguousColumn.at(origin, { name, meanings })),
    };
  }
  return {
    node:
      found === undefined
        ? unknown(`${base.name}.${first.name}`, range, inference)
        : columnNode(found, base.name, range, inference),
  };
}

/** `field`: what stands after the name and its dot, if anything does. */
function baseOf(syntax: Of<"name">, inference: Inference, field?: Of<"field">): TypedNode | undefined {
  const variable = inference.variables.get(syntax.name);
  if (variable !== undefined) return { kind: "variable", name: syntax.name, ...variable };
  const found = inference.scope.columns.find((column) => column.name === syntax.name);
  return found === undefined
    ? unknown(syntax.name, syntax, inference, field?.name)
    : columnNode(found, undefined, syntax, inference);
}

function columnNode(
  column: ScopeColumn,
  relation: string | undefined,
  range: { start: number; end: number },
  inference: Inference,
): TypedNode | undefined {
  if (column.poisoned === true) return undefined;
  const { scope, aggregate } = inference;
  if (
    scope.aggregates === "required" &&
    aggregate === undefined &&
    !(relation === undefined && scope.groupedBy?.includes(column.name) === true)
  ) {
    const name = relation === undefined ? column.name : `${relation}.${column.name}`;
    return refuse(inference, range, (origin) =>
      expressionDiagnostics.notGrouped.at(origin, { column: name, clause: scope.clause }),
    );
  }
  return { kind: "column", relation, name: column.name, type: column.type, nullable: column.nullable };
}

function unknown(name: string, range: { start: number; end: number }, inference: Inference, field?: string): undefined {
  const { scope } = inference;
  const clock = field === undefined ? nondeterministic.get(name.toLowerCase()) : undefined;
  if (clock !== undefined)
    return refuse(inference, range, (origin) =>
      expressionDiagnostics.nondeterministicFunction.at(origin, { name, instead: clock }),
    );
  const relation = field === undefined ? undefined : closest(name, scope.relations?.keys() ?? []);
  const suggestion = relation === undefined ? suggestionFor(name, inference) : `${relation}.${field}`;
  return refuse(inference, range, (origin) =>
    expressionDiagnostics.unknownColumn.at(origin, { name, clause: scope.clause, suggestion }),
  );
}

/** The same name below a struct or in a joined table comes before one that only looks like it; a lambda's parameter before all columns. */
function suggestionFor(name: string, { scope, variables, report }: Inference): string | undefined {
  const below = report.wordsOf(scope, belowOthers).endingWith(name);
  if (below !== undefined) return below;
  const columns = scope.relations ? report.wordsOf(scope, wordsOf) : report.wordsOf(scope.columns, wordsOfColumns);
  const column = columns.nearest(name);
  const variable = nearest(name, variables.keys());
  const near = nearer(variable, column && { ...column, order: column.order + variables.size });
  return near?.word ?? (catalogue.has(name.toLowerCase()) ? `${name}(…)` : undefined);
}

const wordsOf = (scope: Pick<Scope, "columns" | "relations">): readonly string[] => [
  ...scope.columns.map((column) => column.name),
  ...belowOthers(scope),
];

const wordsOfColumns = (columns: readonly ScopeColumn[]): readonly string[] => wordsOf({ columns });

/** Columns of joined tables, and fields of structs. */
function belowOthers({ columns, relations }: Pick<Scope, "columns" | "relations">): readonly string[] {
  const joined = [...(relations ?? [])].flatMap(([relation, its]) => its.map((column) => `${relation}.${column.name}`));
  const fields = columns.flatMap(({ name, type }) =>
    type.kind === "struct" ? type.fields.map((field) => `${name}.${field.name}`) : [],
  );
  return [...joined, ...fields];
}

const namesOf = (fields: readonly { readonly name: string }[]): readonly string[] => fields.map(({ name }) => name);

function fieldOf(target: TypedNode, syntax: Of<"field">, inference: Inference): TypedNode | undefined {
  const { type } = target;
  const struct = type.kind === "array" ? type.element : type;
  const fields = struct.kind === "struct" ? struct.fields : [];
  const found = fields.find((field) => field.name === syntax.name);
  if (found === undefined) {
    const suggestion = inference.report.wordsOf(fields, namesOf).closest(syntax.name);
    const params = { field: syntax.name, type: printType(type), suggestion };
    return refuse(inference, syntax.nameRange, (origin) => expressionDiagnostics.unknownField.at(origin, params));
  }
  if (type.kind !== "array")
    return { kind: "field", target, name: found.name, type: found.type, nullable: target.nullable || found.nullable };
  const array: DataType = { kind: "array", element: found.type, containsNull: type.containsNull || found.nullable };
  return { kind: "field", target, name: found.name, type: array, nullable: target.nullable };
}

/** `a[i]` counts from 0; outside of the array, and for a missing key, it is null. */
export function inferIndex(syntax: Of<"index">, inference: Inference): TypedNode | undefined {
  const target = inference.infer(syntax.target, inference);
  const index = inference.infer(syntax.index, inference);
  if (target === undefined || index === undefined) return undefined;
  const { type } = target;
  const mismatch = (what: string, expected: string, found: DataType, range: Syntax): undefined =>
    refuse(inference, range, (origin) =>
      expressionDiagnostics.operandType.at(origin, { what, expected, found: printType(found) }),
    );
  if (type.kind === "array") {
    if (index.type.kind !== "int") return mismatch("The subscript of an array", "int", index.type, syntax.index);
    const nullable = writtenElements(target)?.[Number(literalOf(index) ?? -1)] ?? true;
    return { kind: "index", target, index, type: type.element, nullable };
  }
  if (type.kind !== "map") return mismatch("What stands before [ ]", "an array or a map", type, syntax.target);
  const key = commonType(type.key, index.type);
  if (key === undefined || printType(key) !== printType(type.key))
    return mismatch("The key of this map", printType(type.key), index.type, syntax.index);
  return { kind: "index", target, index, type: type.value, nullable: true };
}

function refer({ gathered }: Inference, reference: ColumnReference): void {
  const same = (other: ColumnReference): boolean =>
    other.relation === reference.relation &&
    other.path.length === reference.path.length &&
    other.path.every((part, i) => part === reference.path[i]);
  if (!gathered.references.some(same)) gathered.references.push(reference);
}
