import { closest } from "../../diagnostics/suggest.js";

/** Whether a pattern, in which `*` stands for any part of a name, stands for a name. */
export function standsFor(pattern: string): (name: string) => boolean {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[^A-Za-z0-9_]/g, "\\$&"));
  const expression = new RegExp(`^${parts.join("[A-Za-z0-9_]*")}$`);
  return (name) => expression.test(name);
}

/** The name, or the pattern that stands for some of the names, that was meant by one that stands for none. */
export function patternMeant(pattern: string, names: readonly string[]): string | undefined {
  if (!pattern.includes("*")) return closest(pattern, names);
  const beginnings = names.flatMap((name) =>
    [...name.matchAll(/[._]/g)].flatMap(({ index }) =>
      index < name.indexOf(".") ? [] : `${name.slice(0, index + 1)}*`,
    ),
  );
  return closest(pattern, new Set(beginnings));
}
