import {
  chosenAmong,
  isSchema,
  type JsonSchema,
  onlyRequires,
  schemaList,
  schemasAt,
  stringsAt,
} from "./json-schema.js";
import type { RootSchema } from "./types.js";

/** The manual's reference of the language: every mapping of the schemas with its properties, in the schemas' own words. */
export function languagePage(roots: readonly RootSchema[]): string {
  const told = new Set<string>(); // the schemas share some definitions
  const isNew = (definition: string): boolean => told.size < told.add(definition).size;
  const pages = roots.flatMap(({ name, schema }) => [
    `## ${headings[name] ?? name}`,
    ...mapping(schema, name),
    ...schemasAt(schema["definitions"], name)
      .filter(([definition]) => definition.endsWith("Spec") && isNew(definition))
      .flatMap(([definition, body]) => [`### ${title(definition)}`, ...mapping(body, definition)]),
  ]);
  return `${[
    "# The language",
    "<!-- Generated from schema/*.schema.json by `npm run generate`; do not edit. -->",
    "Every word that the schemas know. What is not here is refused as unknown. Functions that expressions may call are in [functions.md](functions.md).",
    ...pages,
    ...forms(roots),
    "## A table's key",
    keyOfTable,
  ].join("\n\n")}\n`;
}

const headings: Readonly<Record<string, string>> = {
  ProjectSpec: "The project: sluice.yaml",
  PipelineSpec: "Pipelines",
  DatabaseSpec: "Tables of a database: schemas/",
};

/** Words that texts and lists are made of: what the pages above call `name`, `reference` and so on. */
function forms(roots: readonly RootSchema[]): readonly string[] {
  const all = roots.flatMap(({ name, schema }) => schemasAt(schema["definitions"], name));
  const first = new Map(all.filter(([name]) => !name.endsWith("Spec")).reverse());
  const rows = [...first]
    .map(([name, schema]) => `| ${title(name)} | ${cell(schema["description"])} |`)
    .sort((a, b) => (a < b ? -1 : 1));
  return ["## Forms", ["| form | what is written |", "|---|---|", ...rows].join("\n")];
}

const keyOfTable =
  "What tells two rows of a table apart, as far as its clauses say so. With `window` it is `window_start` and the columns of " +
  "`group_by`; with aggregates and `write: replace` the columns of `group_by`; with `deduplicate` its `keys`, if the column " +
  "of the watermark is one of them. Else it is the input's key, where each of its rows is one row here and the key's columns are " +
  "passed on; rows of files have `file_path` and `file_row`, events and rows of another's Delta table have none. A join `within` a time adds the other table's " +
  "key where a row may match several. `sluice explain` tells it of each table.";

/** A sentence and a table. */
function mapping(schema: JsonSchema, place: string): readonly string[] {
  const isChoice = schemaList(schema["oneOf"], place).some((branch) => !onlyRequires(branch));
  if (isChoice || !("properties" in schema)) return [String(schema["description"] ?? ""), formOf(schema, place)];
  const required = stringsAt(schema["required"]);
  const rows = schemasAt(schema["properties"], place).map(([name, property]) => {
    const mark = required.includes(name) ? "yes" : "";
    return `| \`${name}\` | ${formOf(property, `${place}/${name}`)} | ${mark} | ${cell(property["description"])} |`;
  });
  return [
    String(schema["description"] ?? ""),
    ["| property | form | required | meaning |", "|---|---|---|---|", ...rows].join("\n"),
  ];
}

function formOf(schema: JsonSchema, place: string): string {
  if (typeof schema["$ref"] === "string") return reference(schema["$ref"]);
  if ("const" in schema) return `\`${String(schema["const"])}\``;
  if (Array.isArray(schema["enum"])) return schema["enum"].map((value) => `\`${String(value)}\``).join(", ");
  const union = [
    ...("if" in schema ? chosenAmong(schema, place) : []),
    ...schemaList(schema["oneOf"], place).filter((branch) => !onlyRequires(branch)),
    ...schemaList(schema["anyOf"], place),
  ];
  if (union.length > 0) return union.map((branch) => formOf(branch, place)).join(" or ");
  for (const [keyword, words] of [
    ["additionalProperties", "mapping of"],
    ["items", "list of"],
  ] as const) {
    const inner = schema[keyword];
    if (isSchema(inner)) return `${words} ${formOf(inner, place)}`;
  }
  return String(schema["type"] ?? "").replace("string", "text");
}

/** Mappings have a heading of their own; words such as `Name` and `Rate` are told together. */
const reference = (ref: string): string => {
  const name = ref.replace("#/definitions/", "");
  return name.endsWith("Spec")
    ? `[${title(name)}](#${title(name).toLowerCase().replaceAll(" ", "-")})`
    : `[${title(name)}](#forms)`;
};

/** `EventHubSourceSpec` → `event hub source` */
const title = (name: string): string =>
  name
    .replace(/Spec$/, "")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

const cell = (text: unknown): string => String(text ?? "").replaceAll("|", "\\|");
