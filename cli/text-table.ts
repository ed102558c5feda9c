/** Rows below a header, in columns as wide as their widest cell; the columns named in `right` hold numbers. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const widths = header.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, at) => (right.includes(at) ? (cells[at] ?? "").padStart(width) : (cells[at] ?? "").padEnd(width)))
      .join("  ")
      .trimEnd();
  return [header, ...rows].map((row) => `${line(row)}\n`).join("");
}
