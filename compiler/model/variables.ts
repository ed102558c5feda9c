import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import type { Origin } from "../source/origin.js";
import type { ProjectSpec, VariableSpec } from "../spec/spec.generated.js";
import type { Document } from "../spec/spec.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { Environment, Text } from "./model.js";

/** Fills in the placeholders of a text, for each environment. Undefined if a placeholder has an error that was reported. */
export type Fill = (written: string, origin: Origin, place?: Place) => Text | undefined;

/** What a text is: the name of a resource, or addresses of servers. */
export type Place = "name" | "servers";

/** What values of each type, and the words around placeholders in each place, are made of. */
const forms = {
  name: { pattern: /^[A-Za-z0-9_-]+$/, words: "a resource's name: use letters, digits, '-' and '_'" },
  host: {
    pattern: /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/,
    words: "a host name: use letters, digits, '-' and '.', without scheme, port or path",
  },
  servers: { pattern: /^[A-Za-z0-9.:,-]+$/, words: "addresses of servers: write 'host:port', with commas between" },
} as const;

/** The types of variables that may stand in a place. */
const fits: Readonly<Record<Place, readonly VariableSpec["type"][]>> = { name: ["name"], servers: ["name", "host"] };

/** Checks the variables' values and gives the function that puts them into texts. */
export function variables(project: Document<ProjectSpec>, environments: readonly Environment[], report: Report): Fill {
  const declared = new Map(project.items("variables").map(({ name, spec, origin }) => [name, { spec, origin }]));
  const written = new Map(project.items("environments").map(({ name, spec, origin }) => [name, { spec, origin }]));
  for (const [name, { spec, origin }] of declared) {
    if (spec?.default !== undefined) checkValue(name, spec.default, spec, origin.child("default"), report);
  }
  const values = new Map(environments.map(({ name }) => [name, valuesOf(name)]));

  return (text, origin, place = "name") => {
    const names = placeholders(text, place, origin, report);
    if (names === undefined || !names.every((name) => isUsable(name, place, origin))) return undefined;
    const filled = environments.flatMap(({ name: environment }) => {
      const here = values.get(environment) ?? new Map<string, string>();
      if (!names.every((name) => here.has(name))) return [];
      return [[environment, text.replaceAll(/\$\{([^}]*)\}/g, (_, name: string) => here.get(name) ?? "")] as const];
    });
    return { origin, written: text, values: new Map(filled) };
  };

  function isUsable(name: string, place: Place, origin: Origin): boolean {
    if (!declared.has(name))
      report.add(
        modelDiagnostics.unknownVariable.at(origin, { variable: name, suggestion: closest(name, declared.keys()) }),
      );
    const type = declared.get(name)?.spec?.type;
    if (type === undefined || fits[place].includes(type)) return type !== undefined;
    report.add(modelDiagnostics.wrongVariable.at(origin, { variable: name, type, rule: forms[place].words }));
    return false;
  }

  function valuesOf(environment: string): ReadonlyMap<string, string> {
    const here = written.get(environment);
    const given = new Map(Object.entries(here?.spec?.variables ?? {}));
    const kind = environments.find(({ name }) => name === environment)?.kind;
    for (const [name, value] of given) {
      const origin = here?.origin.child("variables", name);
      const variable = declared.get(name);
      if (origin === undefined) continue;
      if (variable === undefined)
        report.add(
          modelDiagnostics.unknownVariable.at(origin.key(), {
            variable: name,
            suggestion: closest(name, declared.keys()),
          }),
        );
      else if (variable.spec !== undefined) checkValue(name, value, variable.spec, origin, report);
    }
    for (const [name, { spec }] of declared) {
      if (given.has(name) || spec === undefined) continue;
      if (spec.default !== undefined) given.set(name, spec.default);
      else if (kind === "azure" && here !== undefined)
        report.add(modelDiagnostics.missingValue.at(here.origin.key(), { variable: name, environment }));
    }
    return given;
  }
}

function checkValue(variable: string, value: string, { type }: VariableSpec, origin: Origin, report: Report): void {
  const { pattern, words } = forms[type];
  if (!pattern.test(value)) report.add(modelDiagnostics.wrongValue.at(origin, { variable, rule: words }));
}

function placeholders(text: string, place: Place, origin: Origin, report: Report): readonly string[] | undefined {
  const names = [...text.matchAll(/\$\{([a-z][a-z0-9_]*)\}/g)].map((match) => match[1] ?? "");
  const rest = text.replaceAll(/\$\{[a-z][a-z0-9_]*\}/g, "");
  if (rest === "" || forms[place].pattern.test(rest)) return names;
  if (!rest.includes("$")) {
    report.add(modelDiagnostics.wrongText.at(origin, { text, rule: forms[place].words }));
    return undefined;
  }
  const start = text.search(/\$(?!\{[a-z][a-z0-9_]*\})/);
  report.add(modelDiagnostics.brokenPlaceholder.at(origin.within({ start, end: start + 1 }), {}));
  return undefined;
}
