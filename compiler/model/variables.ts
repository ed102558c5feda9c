import type { Report } from "../diagnostics/report.js";
import { Words } from "../diagnostics/words.js";
import type { Origin } from "../source/origin.js";
import type { ProjectSpec, VariableSpec } from "../spec/spec.generated.js";
import type { Document } from "../spec/spec.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { Environment } from "./model.js";
import type { Text } from "./parts.js";

/** The project's variables and what puts their values into texts. */
export interface Variables {
  readonly environments: readonly Environment[];
  readonly fill: Fill;
  /**
   * Fills in a text that every one of these environments needs. Undefined if a placeholder, or a variable's value, has an
   * error that was reported.
   */
  readonly fillEach: (
    written: string,
    origin: Origin,
    place: Place,
    needing: readonly Environment[],
  ) => Text | undefined;
}

/** Fills in the placeholders of a text, for each environment. Undefined if a placeholder has an error that was reported. */
export type Fill = (written: string, origin: Origin, place?: Place) => Text | undefined;

/** What a text is: the name of a resource, addresses of servers, or what one variable says. */
export type Place = "name" | "topic" | "servers" | "server" | "web host" | "number" | "duration" | "location";

/** What values of each type, and the words around placeholders in each place, are made of. */
const forms = {
  name: { pattern: /^[A-Za-z0-9_-]+$/, words: "a resource's name: use letters, digits, '-' and '_'" },
  host: {
    pattern: /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/,
    words: "a host name: use letters, digits, '-' and '.', without scheme, port or path",
  },
  topic: { pattern: /^[A-Za-z0-9._-]+$/, words: "a topic's name: use letters, digits, '.', '-' and '_'" },
  servers: { pattern: /^[A-Za-z0-9.:,-]+$/, words: "addresses of servers: write 'host:port', with commas between" },
  server: {
    pattern: /^[A-Za-z0-9.-]+$/,
    words:
      "a host name: use letters, digits, '-' and '.', without scheme, port or instance (docs/databases.md has the way out)",
  },
  "web host": {
    pattern: /^[A-Za-z0-9.-]+$/,
    words: "a host name: use letters, digits, '-' and '.', without port or path, and without a scheme, as it is https",
  },
  number: { pattern: /^(0|[1-9][0-9]{0,8})$/, words: "a number: write digits, as 4" },
  duration: {
    pattern: /^[1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?$/,
    words: "a duration: write a whole number from 1 to 999999 and a unit, as '10 minutes'",
  },
  location: { pattern: /^[^$\n]+$/, words: "a location: write a path" },
} as const;

/** The types of variables that may stand in a place. */
const fits: Readonly<Record<Place, readonly VariableSpec["type"][]>> = {
  name: ["name"],
  topic: ["name"],
  servers: ["name", "host"],
  server: ["name", "host"],
  "web host": ["name", "host"],
  number: ["number"],
  duration: ["duration"],
  location: ["name", "location"],
};

/** Checks the variables' values and gives the functions that put them into texts. */
export function variables(
  project: Document<ProjectSpec>,
  environments: readonly Environment[],
  report: Report,
): Variables {
  const declared = new Map(project.items("variables").map(({ name, spec, origin }) => [name, { spec, origin }]));
  const written = new Map(project.items("environments").map(({ name, spec, origin }) => [name, { spec, origin }]));
  /** `variable in environment`: no value, or a wrong one, and that was reported. */
  const broken = new Set<string>();
  for (const [name, { spec, origin }] of declared) {
    if (spec?.default !== undefined && !isRight(name, spec.default, spec, origin.child("default"), report))
      for (const environment of environments) broken.add(`${name} in ${environment.name}`);
  }
  const values = new Map(environments.map((environment) => [environment.name, valuesOf(environment)]));

  const fill: Fill = (text, origin, place = "name") => {
    const names = placeholders(text, place, origin, report);
    if (names === undefined || !names.every((name) => isUsable(name, place, origin))) return undefined;
    const filled = environments.flatMap(({ name: environment }) => {
      const here = values.get(environment) ?? new Map<string, string>();
      if (!names.every((name) => here.has(name))) return [];
      return [[environment, text.replaceAll(/\$\{([^}]*)\}/g, (_, name: string) => here.get(name) ?? "")] as const];
    });
    const sound = filled.filter(([environment]) => !names.some((name) => broken.has(`${name} in ${environment}`)));
    if (place === "servers" && !areAddresses(text, sound, origin, report)) return undefined;
    return { origin, written: text, values: new Map(filled) };
  };

  return {
    environments,
    fill,
    fillEach(text, origin, place, needing) {
      const filled = fill(text, origin, place);
      const names = filled === undefined ? [] : namesIn(text);
      for (const environment of needing) for (const name of names) requireValue(name, environment);
      const isBroken = names.some((name) =>
        needing.some((environment) => broken.has(`${name} in ${environment.name}`)),
      );
      return isBroken ? undefined : filled;
    },
  };

  function near(name: string): string | undefined {
    return report.wordsOf(declared, Words.keysOf).closest(name);
  }

  function requireValue(variable: string, { name: environment }: Environment): void {
    const here = written.get(environment);
    if (here === undefined || values.get(environment)?.has(variable)) return;
    if (broken.has(`${variable} in ${environment}`)) return;
    broken.add(`${variable} in ${environment}`);
    report.add(modelDiagnostics.missingValue.at(here.origin.key(), { variable, environment }));
  }

  function isUsable(name: string, place: Place, origin: Origin): boolean {
    if (!declared.has(name))
      report.add(modelDiagnostics.unknownVariable.at(origin, { variable: name, suggestion: near(name) }));
    const type = declared.get(name)?.spec?.type;
    if (type === undefined || fits[place].includes(type)) return type !== undefined;
    report.add(modelDiagnostics.wrongVariable.at(origin, { variable: name, type, rule: forms[place].words }));
    return false;
  }

  function valuesOf({ name: environment, kind }: Environment): ReadonlyMap<string, string> {
    const here = written.get(environment);
    const given = new Map<string, string>();
    for (const [name, value] of Object.entries(here?.spec?.variables ?? {})) {
      const origin = here?.origin.child("variables", name);
      if (origin === undefined) continue;
      given.set(name, textOf(value, origin));
      const variable = declared.get(name);
      if (variable === undefined)
        report.add(
          modelDiagnostics.unknownVariable.at(origin.key(), {
            variable: name,
            suggestion: near(name),
          }),
        );
      else if (variable.spec !== undefined && !isRight(name, value, variable.spec, origin, report))
        broken.add(`${name} in ${environment}`);
    }
    for (const [name, { spec, origin }] of declared) {
      if (given.has(name) || spec === undefined) continue;
      if (spec.default !== undefined) given.set(name, textOf(spec.default, origin.child("default")));
      else if (kind !== "this-machine" && here !== undefined) {
        broken.add(`${name} in ${environment}`);
        report.add(modelDiagnostics.missingValue.at(here.origin.key(), { variable: name, environment }));
      }
    }
    return given;
  }
}

/** A value as it is written: the host `10.20` is not the number 10.2. */
const textOf = (value: string | number, origin: Origin): string =>
  typeof value === "string" ? value : (origin.written ?? String(value));

/** The value is what its variable's type says; reports it if not. */
function isRight(
  variable: string,
  value: string | number,
  { type }: VariableSpec,
  origin: Origin,
  report: Report,
): boolean {
  const { pattern, words } = forms[type];
  if (pattern.test(textOf(value, origin))) return true;
  report.add(modelDiagnostics.wrongValue.at(origin, { variable, rule: words }));
  return false;
}

const addresses = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?:[1-9][0-9]{0,4}$/;

/** Whether a text is addresses in each environment; reports the first in which it is not. */
function areAddresses(
  text: string,
  values: readonly (readonly [environment: string, value: string])[],
  origin: Origin,
  report: Report,
): boolean {
  const wrong = values.find(([, value]) => !value.split(",").every((address) => addresses.test(address)));
  if (wrong === undefined) return true;
  const [environment, value] = wrong;
  const rule = forms.servers.words;
  report.add(
    value === text
      ? modelDiagnostics.wrongText.at(origin, { text, rule })
      : modelDiagnostics.valueOutOfPlace.at(origin, { text, value, environment, rule }),
  );
  return false;
}

/** The variables that a text names. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\$\{([a-z][a-z0-9_]*)\}/g)].map((match) => match[1] ?? "");

function placeholders(text: string, place: Place, origin: Origin, report: Report): readonly string[] | undefined {
  const rest = text.replaceAll(/\$\{[a-z][a-z0-9_]*\}/g, "");
  if (rest === "" || forms[place].pattern.test(rest)) return namesIn(text);
  if (!rest.includes("$")) {
    report.add(modelDiagnostics.wrongText.at(origin, { text, rule: forms[place].words }));
    return undefined;
  }
  const start = text.search(/\$(?!\{[a-z][a-z0-9_]*\})/);
  report.add(modelDiagnostics.brokenPlaceholder.at(origin.within({ start, end: start + 1 }), {}));
  return undefined;
}
