import { type DatabaseKind, tableAsCompared, typeRead } from "../../compiler/spec/expansion/database-types.js";
import { type CatalogueColumn, UnfitListing } from "./listing.js";

/** A file under `schemas/`, and what of the list is not in it. */
export interface SchemaFile {
  readonly text: string;
  readonly tables: number;
  readonly columns: number;
  /** A sentence each. */
  readonly left: readonly string[];
}

/** What the catalogue lists, as a file under `schemas/` that can be read as it is: what a source cannot read is left out, and told. */
export function schemaFileOf(connection: string, kind: DatabaseKind, listed: readonly CatalogueColumn[]): SchemaFile {
  const tables = new Map<string, CatalogueColumn[]>();
  for (const one of listed)
    tables.set(`${one.schema}.${one.table}`, [...(tables.get(`${one.schema}.${one.table}`) ?? []), one]);
  const written = new Set<string>();
  const parts = [...tables].map(([name, columns]) => {
    const isAgain = written.has(tableAsCompared(name, kind));
    const part = isAgain ? leftOut(name, ONLY_CASE) : partOf(name, columns, kind);
    if (part.columns > 0) written.add(tableAsCompared(name, kind));
    return part;
  });
  const body = parts.flatMap(({ lines }) => lines);
  if (written.size === 0)
    throw new UnfitListing(
      `No table of the list can be read:\n${parts.flatMap(({ left }) => left.map(visible)).join("\n")}`,
    );
  return {
    text: `${[schemaComment, `connection: ${connection}`, "types: database", "tables:", ...body].join("\n")}\n`,
    tables: written.size,
    columns: parts.reduce((sum, part) => sum + part.columns, 0),
    left: parts.flatMap(({ left }) => left.map(visible)),
  };
}

const schemaComment = "# yaml-language-server: $schema=../.sluice/schema/database.schema.json";

const ONLY_CASE = "differs from one before only in upper and lower case";

interface Part {
  readonly lines: readonly string[];
  readonly columns: number;
  readonly left: readonly string[];
}

const comment = (text: string): string => `# ${visible(text)}`;

/** A name of a database may hold anything: signs that nobody sees, or that a file cannot have, as `U+202E`. */
const visible = (text: string): string =>
  text.replaceAll(/[ \t\r\n]+/g, " ").replaceAll(/[\p{C}\p{Zl}\p{Zp}\uFFFD]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  });

const leftOut = (name: string, why: string): Part => ({
  lines: [`  ${comment(`${name}: ${why}`)}`],
  ...{ columns: 0, left: [`'${name}' ${why}.`] },
});

function partOf(name: string, listed: readonly CatalogueColumn[], kind: DatabaseKind): Part {
  if (!/^[A-Za-z_]\w{0,127}\.[A-Za-z_]\w{0,127}$/.test(name))
    return leftOut(name, "has a name that cannot be written here: list a view of it");
  const inOrder = [...listed].sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const seen = new Set<string>();
  const twice = inOrder.find(({ column }) => seen.size === seen.add(column).size);
  if (twice) throw new UnfitListing(`The list has '${twice.column}' of '${name}' twice: is it of two databases?`);
  const written = new Set<string>();
  const read = inOrder.map((one) => {
    const why = whyNot(one, kind) ?? (written.has(one.column.toLowerCase()) ? ONLY_CASE : undefined);
    if (why === undefined) written.add(one.column.toLowerCase());
    return { ...one, why };
  });
  const sound = read.filter(({ why }) => why === undefined);
  if (sound.length === 0) return leftOut(name, "has no column that can be read");
  const key = read
    .filter(({ keyPosition }) => keyPosition !== undefined)
    .sort((a, b) => (a.keyPosition ?? 0) - (b.keyPosition ?? 0));
  const isWhole = key.every(({ why }) => why === undefined);
  const lines = [
    `  ${name}:`,
    ...(key.length > 0 && isWhole ? [`    primary_key: [${key.map(({ column }) => quoted(column)).join(", ")}]`] : []),
    ...(isWhole
      ? []
      : [
          `    ${comment(`its primary key has a column that is left out: ${key.map(({ column }) => column).join(", ")}`)}`,
        ]),
    "    columns:",
    ...read.map(({ column, type, why }) =>
      why === undefined ? `      ${quoted(column)}: ${type}` : `      ${comment(`${column}: ${type} ${why}`)}`,
    ),
  ];
  const left = read.flatMap(({ column, type, why }) =>
    why === undefined ? [] : [`'${column}' of '${name}': ${type} ${why}.`],
  );
  return {
    lines,
    columns: sound.length,
    left: [...left, ...(isWhole ? [] : [`The primary key of '${name}' is left out with it.`])],
  };
}

function whyNot({ column, type }: CatalogueColumn, kind: DatabaseKind): string | undefined {
  if (!/^[A-Za-z]\w{0,254}$/.test(column)) return "has a name that cannot be written here: list a view of the table";
  const read = typeRead(type, kind);
  if (read.kind === "read") return undefined;
  return read.kind === "unreadable" ? "cannot be read: list a view that casts it" : "is no type that is known here";
}

/** Words that YAML, or an older version of it, takes for something else than a text. */
const quoted = (name: string): string => (/^(null|true|false|yes|no|on|off|y|n)$/i.test(name) ? `"${name}"` : name);
