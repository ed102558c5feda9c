import type { Dependency, SetVariable } from "./activity.js";
import { call, type Evaluated, type Expression, errorOf, evaluated, quoted, variable } from "./expression.js";
import { longestExpression } from "./limits.js";
import { failureNames } from "./names.js";

/** Variables of a pipeline, by name; each is empty, or false, until it is set, where it has no default. */
export type Variables = { readonly [name: string]: Variable };

type Variable = { readonly type: "String" | "Boolean" | "Array"; readonly defaultValue?: string | boolean };

interface Errors {
  readonly error: Expression;
  /** What must have run before `error` is asked for. */
  readonly gathering: readonly SetVariable[];
  readonly variables: Variables;
}

/**
 * What the activities say that failed; of the others nothing. It names every activity: where that is longer than an expression may
 * be, as part of what is told or alone, activities gather it in variables first.
 */
export function errorsOf(
  activities: readonly string[],
  hasFailed: readonly Dependency[],
  told: (error: Expression) => Expression,
): Errors {
  const error = ofAll(activities.map(errorIn));
  if (isShort(evaluated(told(error)))) return { error, gathering: [], variables: {} };
  const gathering = inParts(activities).map((part, at): SetVariable => {
    const { gather, gathered } = failureNames;
    return {
      name: gather(at + 1),
      type: "SetVariable",
      dependsOn: hasFailed,
      policy: { secureOutput: false, secureInput: false },
      userProperties: [],
      typeProperties: { variableName: gathered(at + 1), value: evaluated(ofAll(part.map(errorIn))) },
    };
  });
  const names = gathering.map(({ typeProperties }) => typeProperties.variableName);
  return {
    error: ofAll(names.map(variable)),
    gathering,
    variables: Object.fromEntries(names.map((name) => [name, { type: "String" }])),
  };
}

/** As many in each as one expression has room for. */
function inParts(activities: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  for (const name of activities) {
    const last = parts.at(-1);
    if (last && isShort(evaluated(ofAll([...last, name].map(errorIn))))) last.push(name);
    else parts.push([name]);
  }
  return parts;
}

const isShort = ({ value }: Evaluated): boolean => value.length <= longestExpression;

const errorIn = (activity: string): Expression => call("coalesce", errorOf(activity), quoted(""));

const ofAll = (errors: readonly Expression[]): Expression =>
  call("trim", call("concat", ...errors.flatMap((error) => [error, quoted(" ")])));
