import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import { allOf, closest, oneOf } from "../diagnostics/suggest.js";
import { Origin } from "../source/origin.js";
import { nodeAt, type SourceDocument } from "../source/source-file.js";
import { type Node, type Path, plainValue } from "../source/tree.js";
import { specDiagnostics } from "./diagnostics.js";
import { alternatives, withoutMissing } from "./missing.js";
import { asMeant } from "./misspelt.js";
import { elsewhere, notATable, strayOf, suggestionFor } from "./stray.js";
import { stricterThanEngines } from "./stricter.js";
import type { SchemaError, Validator } from "./validators.generated.js";

/** A document that was held against the schema: what is sound in it may be read, what is not was reported. */
export interface ValidDocument {
  readonly origin: Origin;
  /** The document as plain values; only what `isSound` says has the schema's shape. */
  readonly value: unknown;
  /** Nothing at this path or below it was reported. */
  isSound(...path: Path): boolean;
}

/** A document and what its schema finds in it. */
export interface CheckedDocument {
  readonly document: SourceDocument;
  /** As plain values. */
  readonly value: unknown;
  readonly found: readonly SchemaError[];
}

/** Reads misspelt properties of the document itself as what was meant, and says so: nothing else follows from it. */
export function understand<T>(document: SourceDocument, validator: Validator<T>, report: Report): CheckedDocument {
  const checked = check(document, validator);
  const { found } = checked;
  const understood = asMeant(document, misspelt(found));
  if (understood === document) return checked;
  const origin = Origin.root(document);
  const kept = Object.keys(Object(plainValue(understood.root)));
  for (const error of found.filter((one) => isAtRoot(one) && !kept.includes(strayOf(one))))
    report.add(diagnosticOf(error, origin, []));
  return understand(understood, validator, report);
}

/** Holds a document against its schema, without a word of what is found. */
export function check<T>(document: SourceDocument, validator: Validator<T>): CheckedDocument {
  const value = plainValue(document.root);
  return { document, value, found: validator(value) ? [] : withoutSummaries(validator.errors ?? []) };
}

/** Reports what the schema finds in a document; each finding has a place and is told in the language's own words. */
export function validate({ document, value, found }: CheckedDocument, report: Report): ValidDocument {
  const origin = Origin.root(document);
  const own = withoutConsequences(found);
  const named = withNames(own);
  const errors = named.filter((error, at) => !isSecretAsText(error) || isFirstOf(named, error, at));
  const { errors: told, missingBeside } = withoutMissing(errors);
  for (const error of told)
    if (!isPoisoned(document, error)) report.add(diagnosticOf(error, origin, missingBeside.get(error) ?? []));
  // Of what stands below a missing name nothing is said, and nothing of it is sound.
  const places = own.map((error) => [...segments(error.instancePath), ...strayKey(error)]);
  return {
    origin,
    value,
    isSound: (...path) =>
      !places.some((place) => path.every((segment, index) => String(place[index]) === String(segment))),
  };
}

const isAtRoot = ({ keyword, instancePath }: SchemaError): boolean =>
  keyword === "additionalProperties" && instancePath === "";

/** Properties of the document itself that are near enough to known ones: what was meant, by what was written. */
const misspelt = (errors: readonly SchemaError[]): ReadonlyMap<string, string> =>
  new Map(
    errors.filter(isAtRoot).flatMap((error) => {
      const suggestion = suggestionFor(error);
      return suggestion === undefined ? [] : [[strayOf(error), suggestion] as const];
    }),
  );

/** A mapping of two kinds is held against one of them too, and so is what is no mapping: of the kinds more is not to be said. */
const withoutConsequences = (errors: readonly SchemaError[]): readonly SchemaError[] =>
  errors.filter(({ keyword, instancePath, parentSchema }) => {
    const summary = keyword === "type" ? "type" : "oneOf";
    const isOfKinds = (other: SchemaError): boolean =>
      other.keyword === summary &&
      other.instancePath === instancePath &&
      other.parentSchema !== parentSchema &&
      alternatives(other.parentSchema).length > 0;
    return !["type", "additionalProperties", "required"].includes(keyword) || !errors.some(isOfKinds);
  });

/** A value can break several rules of one thing. */
const isFirstOf = (errors: readonly SchemaError[], { instancePath }: SchemaError, at: number): boolean =>
  errors.findIndex((other) => other.instancePath === instancePath) === at;

/** Where mappings should stand by name stands one itself, without its name: `join: { table: …, how: … }`. */
const isWithoutName = ({ keyword, instancePath, parentSchema }: SchemaError): boolean =>
  keyword === "type" && stringsOf(parentSchema, "required").includes(segments(instancePath).map(String).at(-1) ?? "");

/** Of a mapping without its name that is all there is to say. */
function withNames(errors: readonly SchemaError[]): readonly SchemaError[] {
  const nameless = errors.filter(isWithoutName);
  const isFirst = (error: SchemaError): boolean =>
    nameless.find((other) => parentOf(other) === parentOf(error)) === error;
  const isBelow = ({ instancePath }: SchemaError): boolean =>
    nameless.some((other) => instancePath.startsWith(`${parentOf(other)}/`));
  return errors.filter((error) => !isBelow(error) || isFirst(error));
}

const parentOf = ({ instancePath }: SchemaError): string => instancePath.replace(/\/[^/]*$/, "");

const stringsOf = (schema: SchemaError["parentSchema"], keyword: "required"): readonly string[] =>
  [Object(schema)[keyword] ?? []].flat().map(String);

/** The value could not be read, which was reported: what the schema says of it, or of the list of it, is a consequence. */
const isPoisoned = ({ root }: SourceDocument, { instancePath }: SchemaError): boolean =>
  isUnread(nodeAt(root, segments(instancePath)));

const isUnread = (node: Node | undefined): boolean =>
  node?.kind === "sequence" ? node.items.some(isUnread) : node?.kind === "scalar" && node.poisoned === true;

/** A misspelt key, or one that cannot be a name, is an error of that key, not of the mapping that holds it. */
function strayKey(error: SchemaError): Path {
  if (error.keyword === "additionalProperties") return [strayOf(error)];
  const name = nameOf(error);
  return name === undefined ? [] : [name];
}

/** What a branch of a union says of a scalar that another branch might have taken. */
const aboutScalars: ReadonlySet<string> = new Set(["type", "pattern", "minimum", "maximum", "minLength", "maxLength"]);

/** A union reports each branch and then itself; `kind`'s own list has already said what a discriminator says. */
function withoutSummaries(errors: readonly SchemaError[]): readonly SchemaError[] {
  const unions = errors.filter(({ keyword }) => keyword === "anyOf").map(({ instancePath }) => instancePath);
  const lists = errors
    .filter(({ keyword }) => ["minItems", "uniqueItems"].includes(keyword))
    .map(({ instancePath }) => instancePath);
  const mappings = errors
    .filter(
      ({ keyword, data }) => ["required", "additionalProperties"].includes(keyword) && kindOf(data) === "a mapping",
    )
    .map(({ instancePath }) => instancePath);
  const isTold = (path: string): boolean =>
    [...lists, ...mappings].includes(path) || errors.some((error) => error.instancePath.startsWith(`${path}/`));
  return errors.filter(({ keyword, instancePath, schemaPath, parentSchema, data }) => {
    if (keyword === "oneOf") return kindOf(data) === "a mapping" && alternatives(parentSchema).length > 0;
    if (["propertyNames", "discriminator", "if"].includes(keyword) || schemaPath.includes("/oneOf/")) return false;
    if (keyword === "anyOf") return !isTold(instancePath);
    return !(aboutScalars.has(keyword) && unions.includes(instancePath));
  });
}

/** `missing`: what is missing beside a property that is not known. */
function diagnosticOf(error: SchemaError, root: Origin, missing: readonly string[]): Diagnostic {
  const at = root.child(...segments(error.instancePath));
  const text = (name: string): string => String(error.params[name]);
  const description = String(error.parentSchema?.["description"] ?? "another form.");
  const examples = examplesOf(error);
  if (isSecretAsText(error)) return specDiagnostics.secretAsText.at(at, {});
  const stricter = stricterThanEngines(error, at);
  if (stricter) return stricter;
  switch (error.keyword) {
    case "additionalProperties": {
      const property = strayOf(error);
      const others = elsewhere(error);
      if (others.length > 0) return specDiagnostics.propertyOfOther.at(at.child(property).key(), { property, others });
      const thing = notATable(error);
      if (thing !== undefined) return specDiagnostics.clauseOfTable.at(at.child(property).key(), { property, thing });
      const suggestion = suggestionFor(error);
      const details = { property, suggestion, missing };
      return specDiagnostics.unknownProperty.at(at.child(property).key(), details, fix(suggestion));
    }
    case "required":
      return specDiagnostics.missingProperty.at(at.key(), { property: text("missingProperty") });
    case "oneOf": {
      const [first = "", ...others] = alternatives(error.parentSchema).filter((name) =>
        Object.hasOwn(Object(error.data), name),
      );
      if (first === "") return noneOf(error, at);
      return specDiagnostics.moreThanOneOf.at(at.child(others[0] ?? first).key(), { properties: [first, ...others] });
    }
    case "type":
      if (isWithoutName(error)) {
        const above = segments(parentOf(error));
        const details = { property: String(above.at(-1)), first: String(segments(error.instancePath).at(-1)) };
        return specDiagnostics.missingName.at(root.child(...above).key(), details);
      }
      if (isListOfInputs(error))
        return specDiagnostics.severalInputs.at(at, { inputs: [error.data].flat().map(textOf) });
      return specDiagnostics.wrongType.at(at, { ...shapeOf(error), examples, found: at.written ?? kindOf(error.data) });
    case "minItems":
    case "minProperties":
      return specDiagnostics.tooFew.at(at, {
        least: Number(error.params["limit"]),
        found: Object.keys(Object(error.data)).length,
      });
    case "uniqueItems": {
      const second = Number(error.params["i"]);
      return specDiagnostics.repeatedItem.at(at.child(second), { item: textOf(Object(error.data)[second]) });
    }
    case "not":
      return specDiagnostics.wrongForm.at(at.key(), { description, examples });
    case "anyOf":
    case "maxProperties":
      return specDiagnostics.wrongForm.at(at, { description, examples });
    case "enum":
    case "const": {
      const allowed = [error.schema].flat().map(String);
      const isOfAdded = allowed.includes("upsert") && /^(append|insert)/.test(textOf(error.data));
      const suggestion = isOfAdded ? "upsert" : allowed.length > 1 ? meant(textOf(error.data), allowed) : undefined;
      return specDiagnostics.notAllowedValue.at(at, { allowed, suggestion, isOfAdded }, fix(suggestion));
    }
    case "maxLength": {
      const name = nameOf(error);
      const written = name ?? textOf(error.data);
      const details = { length: written.length, most: Number(error.params["limit"]) };
      return specDiagnostics.tooLong.at(name === undefined ? at : at.child(name).key(), details);
    }
    case "pattern": {
      const name = nameOf(error);
      if (name === undefined) return specDiagnostics.wrongForm.at(at, { description, examples });
      return specDiagnostics.wrongName.at(at.child(name).key(), { name, rule: nameRule(text("pattern")) });
    }
    case "minLength":
      if (examples.length > 0) return specDiagnostics.wrongForm.at(at, { description, examples });
      return specDiagnostics.schemaViolation.at(at, { detail: "must not be empty" });
    default:
      return specDiagnostics.schemaViolation.at(at, { detail: error.message ?? error.keyword });
  }
}

/** None of the words that tell the kind stands here; one that is near to what does was meant. */
function noneOf({ parentSchema, data }: SchemaError, at: Origin): Diagnostic {
  const properties = alternatives(parentSchema);
  for (const property of Object.keys(Object(data))) {
    const suggestion = closest(property, properties);
    if (suggestion === undefined) continue;
    return specDiagnostics.unknownProperty.at(
      at.child(property).key(),
      { property, suggestion, missing: [] },
      fix(suggestion),
    );
  }
  return specDiagnostics.noneOf.at(at.key(), { properties });
}

/** What could stand here, as the schema shows it: `15 minutes`, or `[orders, customers]`. */
const examplesOf = ({ parentSchema }: SchemaError): readonly string[] =>
  [Object(parentSchema)["examples"] ?? []].flat().map(flowStyle);

/** A value as it is written on one line of YAML. */
function flowStyle(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowStyle).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([key, one]) => `${key}: ${flowStyle(one)}`);
  return `{ ${entries.join(", ")} }`;
}

/** It is not the name of a secret, so it may be the secret. */
const isSecretAsText = ({ instancePath, keyword }: SchemaError): boolean =>
  instancePath.endsWith("/secret") && ["pattern", "maxLength"].includes(keyword);

/** Words that other tools use for what has another name here. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ["sliding", "hopping"],
  ["fixed", "tumbling"],
]);

const meant = (word: string, allowed: readonly string[]): string | undefined =>
  allowed.find((known) => known === otherWords.get(word)) ?? closest(word, allowed);

const fix = (suggestion: string | undefined): { fix?: string } => (suggestion === undefined ? {} : { fix: suggestion });

/** ajv says of which key a `propertyNames` rule speaks only in a field that its types leave out. */
const nameOf = (error: SchemaError): string | undefined =>
  "propertyName" in error && typeof error.propertyName === "string" ? error.propertyName : undefined;

function nameRule(pattern: string): string {
  if (pattern.includes("[^A-Z.*"))
    return "a schema and a table, view or volume in small letters, as 'sales.orders', or all of a schema, as 'sales.*'";
  if (pattern.includes("\\.")) return "a schema and a table, as 'dbo.orders', each of letters, digits and '_'";
  return pattern.includes("A-Z")
    ? "letters, digits and '_', beginning with a letter"
    : "small letters, digits and '_', beginning with a letter";
}

/** Whether a table's `from` lists what it reads. */
const isListOfInputs = ({ instancePath, data }: SchemaError): boolean =>
  /^\/(silver|gold)\/[^/]+\/from$/.test(instancePath) && Array.isArray(data) && data.length > 0;

/** What belongs where something of another type stands: a mapping is told by its properties, or by what it means. */
function shapeOf({ params, parentSchema }: SchemaError): { readonly expected: string; readonly meaning?: string } {
  const type = expected(params["type"]);
  const { properties = {}, description } = Object(parentSchema);
  const [all, some, kinds] = [stringsOf(parentSchema, "required"), Object.keys(properties), alternatives(parentSchema)];
  if (type === "a mapping" && some.length === 0 && kinds.length > 0)
    return { expected: `a mapping with ${oneOf(kinds)}` };
  if (type === "a mapping" && all.length > 0) return { expected: `a mapping with ${allOf(all)}` };
  if (type === "a mapping" && some.length === 2) return { expected: `a mapping with ${oneOf(some)}` };
  const isOfForm = type === "text" && Object(parentSchema).pattern !== undefined;
  return description === undefined || !(isOfForm || ["a mapping", "a list"].includes(type))
    ? { expected: type }
    : { expected: type, meaning: String(description) };
}

const expected = (type: unknown): string =>
  [type]
    .flat()
    .map(
      (word) =>
        ({
          object: "a mapping",
          array: "a list",
          string: "text",
          integer: "a whole number",
          number: "a number",
          boolean: "true or false",
        })[String(word)] ?? String(word),
    )
    .join(", ")
    .replace(/, ([^,]*)$/, " or $1");

/** A scalar as text: mappings have no prototype, and so no text. */
const textOf = (value: unknown): string =>
  typeof value === "object" && value !== null ? kindOf(value) : String(value);

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a mapping" : typeof value === "string" ? "text" : String(value);
}

/** '/sources/0/name' -> ["sources", "0", "name"]: a key may be made of digits, so only the tree says what is a list. */
const segments = (pointer: string): Path =>
  pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
