import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { withElsewhere } from "./elsewhere.js";
import type { RootSchema } from "./types.js";

/**
 * The schemas' validators as code that needs no package at run time: compiling the schema at each start would cost more than
 * all the rest of a small compilation.
 */
export function validatorsOf(roots: readonly RootSchema[]): string {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    discriminator: true,
    strict: true,
    strictRequired: false, // a `required` beside `oneOf` names properties of the branches
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: true },
  });
  for (const word of ["markdownDescription", "elsewhere"]) ajv.addKeyword(word);
  for (const { name, schema } of roots) ajv.addSchema({ ...withElsewhere(schema), $id: name });
  const code = standalone.default(ajv, Object.fromEntries(roots.map(({ name }) => [exportName(name), name])));
  return (
    head(roots) +
    typed(inlined(code), roots)
      .replaceAll(/[ \t]+$/gm, "")
      .trimEnd() +
    "\n"
  );
}

const exportName = (type: string): string => `validate${type.replace(/Spec$/, "")}`;

function head(roots: readonly RootSchema[]): string {
  return `// @ts-nocheck -- generated from schema/*.schema.json by \`npm run generate\`; do not edit. The exports are typed.
import type { ${roots
    .map(({ name }) => name)
    .sort()
    .join(", ")} } from "./spec.generated.js";

/** What a validator says of a value that it refuses, in ajv's own words. */
export interface SchemaError {
  readonly keyword: string;
  /** A JSON pointer to the value. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** The keyword's own value in the schema. */
  readonly schema?: unknown;
  /** The schema that the keyword stands in. */
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  /** The value that was refused. */
  readonly data?: unknown;
}

/** Says whether a value fits; what is wrong stands in \`errors\` until the next call. */
export interface Validator<T> {
  (value: unknown): value is T;
  readonly errors?: readonly SchemaError[] | null;
}

`;
}

/** What ajv's code would load from its own package, written out. */
const runtime: Readonly<Record<string, string>> = {
  "ajv/dist/runtime/ucs2length": "(text) => { let length = 0; for (const _ of text) length += 1; return length; }",
  "ajv/dist/runtime/equal": `function equal(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}`,
};

function inlined(code: string): string {
  const text = code.replaceAll(/require\("([^"]+)"\)(\.default)?/g, (_, name: string) => {
    const written = runtime[name];
    if (written === undefined) throw new Error(`the validators need ${name}, which cannot be inlined yet`);
    return written;
  });
  return text.replace(/^"use strict";/, "");
}

function typed(code: string, roots: readonly RootSchema[]): string {
  return roots.reduce(
    (text, { name }) =>
      text.replace(`export const ${exportName(name)} =`, `export const ${exportName(name)}: Validator<${name}> =`),
    code,
  );
}
