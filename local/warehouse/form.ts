import type { Reader } from "./reader.js";
import { NotKnown, tokensOf } from "./tokens.js";

/**
 * Reads what has just this form, token after token, but for those whose text in the form begins with `#`: what stands for one is told by its
 * name (`N'#table'` is a text that the answer has as `table`), and is the same wherever that name stands. Throws `NotKnown`.
 */
export function readForm(reader: Reader, form: string, known: Readonly<Record<string, string>> = {}) {
  const found = new Map(Object.entries(known));
  for (const wanted of tokensOf(form)) {
    if (wanted.kind === "end") break;
    const { kind, text } = reader.next;
    if (kind !== wanted.kind) reader.fail(form.slice(wanted.start, wanted.end));
    const key = wanted.text.startsWith("#") ? wanted.text.slice(1) : undefined;
    const is = key === undefined ? wanted.text : found.get(key);
    const isSame = is === undefined || (kind === "word" ? text.toUpperCase() === is.toUpperCase() : text === is);
    if (!isSame) throw new NotKnown(`'${is}' is expected where '${text}' stands.`);
    if (key !== undefined) found.set(key, text);
    reader.take();
  }
  return (key: string): string => found.get(key) ?? "";
}
