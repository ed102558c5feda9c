import { closest } from "../../diagnostics/suggest.js";
import { catalogue } from "../catalogue/catalogue.js";
import { nondeterministic, otherNames, refusedFunctions, sparkOnly } from "../catalogue/refused.js";
import type { CatalogueFunction } from "../catalogue/row.js";
import { expressionDiagnostics } from "../diagnostics.js";
import type { CallSyntax } from "../parse/syntax.js";
import { printType } from "../type.js";
import type { CallNode } from "../typed-node.js";
import { argumentsOf } from "./arguments.js";
import { givenCall } from "./given-call.js";
import { type Inference, refuse } from "./inference.js";

export function inferCall(syntax: CallSyntax, inference: Inference): CallNode | undefined {
  const called = catalogue.get(syntax.name);
  if (called === undefined) return refuseUnknown(syntax, inference);
  if (called.keyed && isOutsideColumns(inference)) return refuseKeyed(syntax, inference);
  const inside =
    called.aggregate === true ? enterAggregate(called, syntax, inference) : refuseModifiers(called, syntax, inference);
  if (inside === undefined) return undefined;
  const filter = syntax.filter && inside.infer(syntax.filter, inside);
  if (filter !== undefined && filter.type.kind !== "boolean") {
    const params = { what: "The filter of an aggregate", expected: "boolean", found: printType(filter.type) };
    return refuse(inference, syntax.filter ?? syntax, (origin) => expressionDiagnostics.operandType.at(origin, params));
  }
  const given = argumentsOf(called, syntax, inside);
  if (given === undefined || (syntax.filter && !filter)) return undefined;
  const call = givenCall(given.nodes, syntax.arguments);
  const problem = called.check?.(call);
  if (problem !== undefined) {
    const params = { function: syntax.name, position: problem.argument + 1, problem: problem.problem };
    return refuse(inference, syntax.arguments[problem.argument] ?? syntax, (origin) =>
      expressionDiagnostics.argumentForm.at(origin, params),
    );
  }
  const { star, distinct } = syntax;
  const type = called.returns?.(call) ?? given.type;
  const { nullable: rule = call.nullables.some(Boolean) } = called;
  const nullable =
    typeof rule === "boolean"
      ? rule
      : typeof rule === "function"
        ? rule(call)
        : rule === "always" || (rule === "if all are" && call.nullables.every(Boolean));
  return { kind: "call", function: called, arguments: given.nodes, star, distinct, filter, type, nullable };
}

/** A key is had by the function that a notebook makes of it, which Spark cannot call within a lambda. */
const isOutsideColumns = ({ scope, variables, aggregate }: Inference): boolean =>
  variables.size > 0 || aggregate !== undefined || !["columns", "with_columns"].includes(scope.clause);

function refuseKeyed({ name, nameRange }: CallSyntax, inference: Inference): undefined {
  const { scope, variables, aggregate } = inference;
  const place = variables.size > 0 ? "a lambda" : aggregate === undefined ? `'${scope.clause}'` : `'${aggregate}'`;
  return refuse(inference, nameRange, (origin) => expressionDiagnostics.misplacedKeyed.at(origin, { name, place }));
}

function refuseUnknown({ name, nameRange }: CallSyntax, inference: Inference): undefined {
  const clock = nondeterministic.get(name);
  if (clock !== undefined)
    return refuse(inference, nameRange, (origin) =>
      expressionDiagnostics.nondeterministicFunction.at(origin, { name, instead: clock }),
    );
  const reason = refusedFunctions.get(name) ?? (sparkOnly.has(name) ? "it is not in the catalogue (yet)." : undefined);
  if (reason !== undefined)
    return refuse(inference, nameRange, (origin) => expressionDiagnostics.refusedFunction.at(origin, { name, reason }));
  const suggestion = otherNames.get(name) ?? closest(name, catalogue.keys());
  return refuse(inference, nameRange, (origin) =>
    expressionDiagnostics.unknownFunction.at(origin, { name, suggestion }),
  );
}

/** The place inside an aggregate's brackets, if the aggregate may stand here. */
function enterAggregate(
  called: CatalogueFunction,
  { name, nameRange }: CallSyntax,
  inference: Inference,
): Inference | undefined {
  const { scope, aggregate: outer, variables } = inference;
  if (outer !== undefined)
    return refuse(inference, nameRange, (origin) =>
      expressionDiagnostics.nestedAggregate.at(origin, { function: name, outer }),
    );
  const clause = variables.size > 0 ? "a lambda" : scope.aggregates === "forbidden" ? scope.clause : undefined;
  if (clause !== undefined)
    return refuse(inference, nameRange, (origin) =>
      expressionDiagnostics.misplacedAggregate.at(origin, { function: name, clause }),
    );
  inference.gathered.isAggregate = true;
  return { ...inference, aggregate: called.name };
}

function refuseModifiers(called: CatalogueFunction, syntax: CallSyntax, inference: Inference): Inference | undefined {
  const modifier = syntax.distinct ? "DISTINCT" : syntax.filter ? "FILTER" : undefined;
  if (modifier === undefined) return inference;
  return refuse(inference, syntax, (origin) =>
    expressionDiagnostics.notAnAggregate.at(origin, { function: called.name, modifier }),
  );
}
