import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { Host } from "../host.js";
import { forbiddenCharacter } from "../source/characters.js";
import { Origin } from "../source/origin.js";
import { parseYaml } from "../source/parse-yaml.js";
import type { ParsedFile, YamlProblem } from "../source/parsed-file.js";
import type { SourceDocument } from "../source/source-file.js";
import { specDiagnostics } from "./diagnostics.js";
import { databaseSchemas, type TableRead } from "./expansion/database-schemas.js";
import { expand } from "./expansion/expand.js";
import { textOf, valueAt } from "./expansion/nodes.js";
import type { Databases } from "./expansion/sources.js";
import { reportMissingPlatform } from "./needs-platform.js";
import type { DatabaseSpec, PipelineSpec, ProjectSpec } from "./spec.generated.js";
import { check, understand, type ValidDocument, validate } from "./validate.js";
import { type Validator, validateDatabase, validatePipeline, validateProject } from "./validators.generated.js";

/** What was written: one project file and the pipelines' documents, each part sound or poisoned on its own. */
export interface Spec {
  readonly project: Document<ProjectSpec>;
  readonly pipelines: readonly Document<PipelineSpec>[];
}

/** One document. `at` gives a property that is sound; undefined if it is absent or has an error that was reported. */
export interface Document<T> {
  readonly origin: Origin;
  get<K extends keyof T & string>(property: K): T[K] | undefined;
  /** The members of a mapping of named things (`sources`, `silver`, `environments` …), by name; keys' order means nothing. */
  items<K extends keyof T & string>(property: K): readonly Item<Exclude<T[K], undefined>>[];
  /** The document has this property, sound or not. */
  has(property: keyof T & string): boolean;
  /** It has no property but these. */
  hasOnly(properties: readonly (keyof T & string)[]): boolean;
  /** Nothing in this property was reported. */
  isSound(property: keyof T & string): boolean;
}

/** A named thing. Without `spec` it has an error that was reported: what refers to it stays silent. */
export interface Item<M> {
  readonly name: string;
  readonly origin: Origin;
  readonly spec: M[keyof M] | undefined;
}

type Kind = "project" | "pipeline" | "database";

/** Reads and validates all files of a project. Undefined where there is no project to speak of. */
export function readSpec(host: Host, report: Report): Spec | undefined {
  const project = readProject(host, report);
  if (host.read("sluice.yaml") === undefined) return undefined;
  const databases = databasesOf(host, project, report);
  const { specs, areWhole } = readPipelines(host, databases, report);
  if (project) reportMissingPlatform(project, specs, report);
  // Where it is not known which sources and tables there are, names cannot be looked up.
  if (!areWhole || project === undefined) return undefined;
  if (!report.hasErrors) databases.schemas.reportUnused(specs.flatMap(tablesRead), report);
  return { project, pipelines: specs };
}

/** All pipelines; `areWhole`: what is written for several became what it stands for. */
function readPipelines(host: Host, databases: Databases, report: Report) {
  const files = pipelineFiles(host).map((path) => read(path, host.read(path) ?? "", "pipeline", report));
  const written = files.flatMap(({ documents }) => documents);
  const documents = written.filter((document) => isMapping(document, "pipeline", report));
  const understood = documents.map((document) => understand(document, validators.pipeline, report));
  const areRead = files.every(({ problems }) => problems.length === 0) && documents.length === written.length;
  const areNamed = understood.every(({ document: { root } }) => textOf(valueAt(root, "pipeline")) !== undefined);
  const { documents: expanded, areWhole } = expand(
    understood.map(({ document }) => document),
    areRead && areNamed,
    databases,
  );
  const specs = understood.map((one, at) => {
    const document = expanded[at] ?? one.document;
    const checked = document === one.document ? one : check(document, validators.pipeline);
    return view<PipelineSpec>(validate(checked, report));
  });
  return { specs, areWhole };
}

const tablesRead = (pipeline: Document<PipelineSpec>): readonly TableRead[] =>
  pipeline.items("sources").flatMap(({ spec }) => {
    if (spec === undefined || !("table" in spec)) return [];
    const { connection, table } = spec;
    return table === undefined ? [] : [{ connection, table }];
  });

/** Reads and validates the project's own file alone. */
export function readProject(host: Host, report: Report): Document<ProjectSpec> | undefined {
  const text = host.read("sluice.yaml");
  if (text === undefined) {
    report.add(specDiagnostics.missingProject.at(Origin.root(nothing("sluice.yaml")), {}));
    return undefined;
  }
  const [first, ...rest] = read("sluice.yaml", text, "project", report).documents;
  const [stray] = rest;
  if (stray) report.add(specDiagnostics.severalDocuments.at(beginningOf(stray), {}));
  // A project that is cut in two lacks what stands behind the cut.
  const isCut = rest.some(({ root }) => root.kind !== "map" || !root.entries.some(({ key }) => key === "pipeline"));
  return isCut || first === undefined ? undefined : viewed<ProjectSpec>(first, "project", report);
}

function databasesOf(host: Host, project: Document<ProjectSpec> | undefined, report: Report): Databases {
  const names = (property: "connections" | "variables"): readonly string[] =>
    project?.items(property).map(({ name }) => name) ?? [];
  const isKnown = project?.isSound("connections") || names("connections").length > 0;
  const paths = host.list("schemas").filter((path) => /\.ya?ml$/.test(path));
  const files = [...paths].sort().map((path) => read(path, host.read(path) ?? "", "database", report));
  const found = files.flatMap(({ documents }) =>
    documents.map((document) => viewed<DatabaseSpec>(document, "database", report)),
  );
  const areRead = files.every(({ problems }) => problems.length === 0);
  return {
    ...{ report, variables: names("variables"), connections: isKnown ? names("connections") : undefined },
    schemas: databaseSchemas(
      found.filter((one) => one !== undefined),
      areRead && !found.includes(undefined),
      project,
      report,
    ),
  };
}

/** Its first property, or all of it. */
function beginningOf(document: SourceDocument): Origin {
  const [first] = document.root.kind === "map" ? document.root.entries : [];
  return first ? Origin.root(document).child(first.key).key() : Origin.root(document);
}

/** YAML files beside `sluice.yaml` and anywhere under `pipelines/`. */
function pipelineFiles(host: Host): readonly string[] {
  const isPipeline = (path: string): boolean => path !== "sluice.yaml" && /^(pipelines\/.*|[^/]*)\.ya?ml$/s.test(path);
  return [...new Set([...host.list(""), ...host.list("pipelines")])].filter(isPipeline).sort();
}

/** An empty document is nothing, as a `---` too many makes one; of a file in which there is none other that is said. */
function read(path: string, text: string, kind: Kind, report: Report): ParsedFile {
  const unfit = forbiddenCharacter(path);
  if (unfit !== undefined)
    report.add(
      specDiagnostics.controlCharacter.at(Origin.root(nothing(path, text)), { character: unfit, of: "a file" }),
    );
  const parsed = parseYaml(path, text);
  for (const problem of parsed.problems) report.add(problemOf(problem, parsed));
  if (parsed.documents.length === 0 && parsed.problems.length === 0) {
    const empty = { project: "emptyProject", pipeline: "emptyPipeline", database: "emptyDatabase" } as const;
    report.add(specDiagnostics[empty[kind]].at(Origin.root(nothing(path, text)), {}));
  }
  return parsed;
}

function problemOf({ kind, range, detail }: YamlProblem, { file }: ParsedFile): Diagnostic {
  const at = Origin.root({ file, root: { kind: "scalar", range, value: null } });
  switch (kind) {
    case "not-utf-8":
      return specDiagnostics.notUtf8.at(at, { detail });
    case "syntax":
      return specDiagnostics.yamlSyntax.at(at, { detail });
    case "too-deep":
      return specDiagnostics.tooDeep.at(at, {});
    case "control-character":
      return specDiagnostics.controlCharacter.at(at, { character: detail, of: undefined });
    case "cut-value":
      return specDiagnostics.cutValue.at(at, { value: detail });
    case "duplicate-key":
      return specDiagnostics.duplicateKey.at(at, { key: detail });
    case "merge-key":
      return specDiagnostics.mergeKey.at(at, {});
    case "unknown-alias":
      return specDiagnostics.unknownAlias.at(at, { alias: detail });
    case "too-many-aliases":
      return specDiagnostics.tooManyAliases.at(at, {});
    case "key-not-text":
      return specDiagnostics.keyNotText.at(at, {});
  }
}

const validators: Readonly<Record<Kind, Validator<unknown>>> = {
  project: validateProject,
  pipeline: validatePipeline,
  database: validateDatabase,
};

/** Undefined of what is no mapping, which is reported. */
const viewed = <T>(document: SourceDocument, kind: Kind, report: Report): Document<T> | undefined =>
  isMapping(document, kind, report)
    ? view<T>(validate(understand(document, validators[kind], report), report))
    : undefined;

/** What is none is reported. */
function isMapping(document: SourceDocument, kind: Kind, report: Report): boolean {
  if (document.root.kind === "map") return true;
  report.add(specDiagnostics.notAMapping.at(Origin.root(document), { kind }));
  return false;
}

/** The one place where a validated value gets the schema's type. */
function view<T>({ origin, value, isSound }: ValidDocument): Document<T> {
  const written = value as { readonly [K in keyof T & string]?: T[K] };
  return {
    origin,
    get: (property) => (isSound(property) ? written[property] : undefined),
    has: (property) => written[property] !== undefined,
    hasOnly: (properties) => Object.keys(written).every((name) => properties.some((known) => known === name)),
    isSound: (property) => isSound(property),
    items: (property) => {
      const members: unknown = written[property];
      if (typeof members !== "object" || members === null || Array.isArray(members)) return [];
      return Object.keys(members)
        .sort()
        .map((name) => ({
          name,
          origin: origin.child(property, name),
          spec: isSound(property, name) ? (members as { readonly [name: string]: never })[name] : undefined,
        }));
    },
  };
}

const nothing = (path: string, text = ""): SourceDocument => ({
  file: { path, text },
  root: { kind: "map", range: { start: 0, end: 0 }, entries: [] },
});
