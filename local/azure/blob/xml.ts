/** A tree as XML; a value that is undefined is left out. */
export type Tree = string | number | undefined | readonly (readonly [name: string, value: Tree])[];

export function xml(name: string, value: Tree, attributes = ""): string {
  if (value === undefined) return "";
  const inside = typeof value === "object" ? value.map(([key, one]) => xml(key, one)).join("") : escaped(String(value));
  return `<${name}${attributes}>${inside}</${name}>`;
}

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);
