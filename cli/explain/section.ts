import type { Origin } from "../../compiler/source/origin.js";

/** A heading and what stands under it. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A thing's name, its place in the YAML and what it was made for there, and its sections. */
export function print(name: string, origin: Origin, sections: readonly Section[]): string {
  const { start, madeFor } = origin.key();
  const shared = madeFor === undefined ? "" : `, written for several, here for ${madeFor}`;
  const place = `${name}  (${origin.file.path}:${start.line}${shared})`;
  const width = Math.max(0, ...sections.map(({ title }) => title.length)) + 2;
  const body = sections
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ title, lines }) =>
      lines.map((text, at) => `  ${(at === 0 ? title : "").padEnd(width)}${text}`.trimEnd()),
    );
  return `${[place, ...body].join("\n")}\n`;
}

/** Rows as columns of equal width. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
