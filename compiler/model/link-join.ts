import { Report } from "../diagnostics/report.js";
import { analyze } from "../expression/analyze.js";
import type { Expression, Scope, ScopeColumn } from "../expression/expression.js";
import { printType } from "../expression/type.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { Join, JoinedName } from "./join.js";
import { condition, isColumn, poisonedColumn } from "./link-parts.js";
import type { JoinedColumn, LinkedJoin, LinkedLookup } from "./linked.js";
import type { Named } from "./parts.js";

/**
 * Types joins one after another, each over what the ones before it add; one with an error is undefined. `here`: what has them, as
 * a message names it. `scope`: what the clauses after them see.
 */
export function linkJoins(
  written: readonly Join[],
  here: string,
  scope: readonly ScopeColumn[],
  tables: readonly LinkedLookup[],
  report: Report,
): { readonly joins: readonly (LinkedJoin | undefined)[]; readonly scope: readonly ScopeColumn[] } {
  let seen = scope;
  const linked = written.map((join, index) => {
    const table = tables[index];
    const found = table && linkJoin(join, here, seen, table, report);
    seen = [...seen, ...(found?.columns ?? join.columns.map(({ name, of }) => poisonedColumn(name, of.origin)))];
    return found;
  });
  return { joins: linked, scope: seen };
}

function linkJoin(
  join: Join,
  here: string,
  scope: readonly ScopeColumn[],
  table: LinkedLookup,
  report: Report,
): LinkedJoin | undefined {
  const there = `'${join.table.name}'`;
  const inside: Scope = {
    columns: scope,
    relations: new Map([[join.name, table.output]]),
    aggregates: "forbidden",
    clause: "on",
  };
  const on =
    join.on.kind === "columns" ? join.on.columns.map(sameColumn) : [condition(join.on.condition, inside, report)];
  const columns = join.columns.map(joinedColumn);
  const [conditions, added] = [on.filter((one) => one !== undefined), columns.filter((one) => one !== undefined)];
  if (conditions.length < on.length || added.length < columns.length) return undefined;
  const { origin, name, how, within } = join;
  return { origin, name, how, table, on: conditions, within, columns: added };

  function sameColumn(column: Named): Expression | undefined {
    const isOnBothSides = isColumn(column, here, scope, report) && isColumn(column, there, table.output, report);
    const own = scope.find(({ name }) => name === column.name);
    const other = table.output.find(({ name }) => name === column.name);
    if (!isOnBothSides || own === undefined || other === undefined || own.poisoned) return undefined;
    // The text is ours, so a problem in it has no place in the file: the only one that there can be is told here.
    const text = `\`${column.name}\` = \`${join.name}\`.\`${column.name}\``;
    const equal = analyze(text, column.origin, inside, new Report());
    if (equal === undefined) {
      const types = { column: column.name, here: printType(own.type), there: printType(other.type), table: there };
      report.add(modelDiagnostics.joinTypes.at(column.origin, types));
    }
    return equal;
  }

  function joinedColumn({ name, of }: JoinedName, index: number): JoinedColumn | undefined {
    if (!isColumn(of, there, table.output, report)) return undefined;
    const taken = [...scope, ...join.columns.slice(0, index)].map((column) => column.name.toLowerCase());
    if (taken.includes(name.toLowerCase())) {
      const rename = `{ ${join.name}_${of.name}: ${of.name} }`;
      report.add(modelDiagnostics.joinedColumnTaken.at(of.origin, { column: name, rename }));
      return undefined;
    }
    const found = table.output.find((column) => column.name === of.name);
    return found && { ...found, name, of: of.name, origin: of.origin, nullable: found.nullable || join.how === "left" };
  }
}
