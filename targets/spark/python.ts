declare const brand: unique symbol;

/** Python source text. Only this file makes it, so a raw string cannot slip into a notebook. */
export type Python = string & { readonly [brand]: "python" };

const made = (text: string): Python => text as Python;

/** A string literal. JSON's escapes are Python's. */
export const literal = (text: string): Python => made(JSON.stringify(text));

/** A whole number. */
export const integer = (number: number): Python => made(String(Math.trunc(number)));

/** Text of several lines, to stand between three double quotes: names of a struct's fields may hold any character. */
export const withinTripleQuotes = (text: string): Python => made(text.replaceAll("\\", "\\\\").replaceAll('"', '\\"'));

/** `["a", "b"]` */
export const literals = (text: readonly string[]): Python => made(`[${text.map(literal).join(", ")}]`);

/** A path below the lake's root, which the notebook knows as `lake`. Paths are made of names, which need no escaping. */
export const lakePath = (path: string): Python => made(`f"{lake}/${path}"`);

/** A path below what a variable of the notebook holds, made of names as well. */
export const pathBelow = (variable: string, path: string): Python => made(`f"{${variable}}/${path}"`);

/**
 * Words of a comment or a markdown cell, kept on one line: a file's name may hold any character. Markdown takes the backslash
 * away again; without it a notebook's reader might take the first word for a command.
 */
export const words = (text: string): Python =>
  made(
    isPlain.test(text)
      ? text
      : text
          .replaceAll(/[\s\p{Cc}]+/gu, " ")
          .trim()
          .replace(/^%/, "\\%"),
  );

/** Of what is printed in ASCII, with single spaces: most lines are so, and need nothing. */
const isPlain = /^(?!%)[!-~]+(?: [!-~]+)*$/;

/** A Python identifier; names of the language are identifiers. */
export const identifier = (name: string): Python => made(name);

/** Source text of the project's module, as it stands in `runtime/`. */
export const runtimeText = (text: string): Python => made(text.trimEnd());

/** What a template made of a view of Python text. */
export const rendered = (text: string): Python => made(text.trimEnd());

/** A call's or a dictionary's arguments, one a line. */
export const lines = (items: readonly Python[], indent: string): Python =>
  made(items.map((item) => `${indent}${item},`).join("\n"));

/** `name=value` */
export const argument = (name: string, value: Python): Python => made(`${name}=${value}`);

/** `"key": value` */
export const entry = (key: string, value: Python): Python => made(`${literal(key)}: ${value}`);

/** `{…}`, one entry a line. */
export const dictionary = (entries: readonly Python[]): Python =>
  made(entries.length === 0 ? "{}" : `{\n${lines(entries, "    ")}\n}`);

/** `(a, b)` */
export const tuple = (items: readonly Python[]): Python => made(`(${items.join(", ")})`);

/** `f(a, b)` */
export const call = (name: string, items: readonly Python[]): Python => made(`${name}(${items.join(", ")})`);

/** `f(…)`, one argument a line where there are several. */
export const calls = (name: string, items: readonly Python[]): Python =>
  items.length < 2 ? call(name, items) : made(`${name}(\n${lines(items, "    ")}\n)`);

/** Statements one below the other. */
export const statements = (items: readonly Python[]): Python => made(items.join("\n"));

/** `name = value`, with the reason behind it where there is one. */
export const assign = (name: string, value: Python, comment?: string): Python =>
  made(`${name} = ${value}${comment === undefined ? "" : `  # ${words(comment)}`}`);
