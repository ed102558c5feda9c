import type { Tree } from "../../golden.js";
import type { Material } from "../materials.js";
import { everyValue, mappingOf, replaced, scalarOf, type Value, type Way, written } from "../tree.js";

/** A place in a project's files where a text of the user's stands. */
export interface Point {
  readonly material: Material;
  readonly path: string;
  readonly document: number;
  readonly way: Way;
  /** `literal`: the texts in quotes of an expression; `quoted`: the names in backticks; `key`: the name of the last thing on the way. */
  readonly part: "value" | "literal" | "name" | "key";
  /** Where it stands, in the words of the language: names of the user's are `*`. */
  readonly kind: string;
}

/** Every string of a material, and what is within it. `words`: the properties that the schemas know. */
export function pointsOf(material: Material, words: ReadonlySet<string>): readonly Point[] {
  return Object.entries(material.documents).flatMap(([path, documents]) =>
    documents.flatMap((document, index) =>
      everyValue(document).flatMap(({ value, way, keys }): readonly Point[] => {
        const base = { material, path, document: index, way };
        const kind = `${path === "sluice.yaml" ? "project" : path.startsWith("schemas/") ? "schema" : "pipeline"}: ${keys.map((key) => (words.has(key) ? key : "*")).join(".")}`;
        const key: readonly Point[] =
          way.length > 0 && keys.length > 0 && !words.has(keys.at(-1) ?? "")
            ? [{ ...base, part: "key", kind: `${kind} (key)` }]
            : [];
        if (value.kind !== "scalar" || typeof value.value !== "string") return key;
        const literal: readonly Point[] = /'[^']*'/.test(value.value)
          ? [{ ...base, part: "literal", kind: `${kind} (literal)` }]
          : [];
        const name: readonly Point[] = /`[^`]*`/.test(value.value)
          ? [{ ...base, part: "name", kind: `${kind} (name)` }]
          : [];
        return [...key, ...literal, ...name, { ...base, part: "value", kind }];
      }),
    ),
  );
}

/** Ways to put a text there; of them that one is tried first that leaves what stands there. */
export const manners = ["behind", "instead"] as const;
export type Manner = (typeof manners)[number];

/** The material's files with this text at that point. */
export function put({ material, path, document, way, part }: Point, text: string, manner: Manner): Tree {
  const documents = (material.documents[path] ?? []).map((one, index) =>
    index === document
      ? part === "key"
        ? renamed(one, way, text, manner)
        : replaced(one, way, (old) => changed(old, part, text, manner))
      : one,
  );
  return { ...material.files, [path]: documents.map((one) => written(one, "flow")).join("---\n") };
}

const mixed = (old: string, text: string, manner: Manner): string => (manner === "behind" ? `${old}${text}` : text);

function changed(old: Value, part: Point["part"], text: string, manner: Manner): Value {
  if (old.kind !== "scalar" || typeof old.value !== "string") return old;
  if (part === "literal")
    return scalarOf(
      old.value.replaceAll(
        /'([^']*)'/g,
        (_, there: string) => `'${mixed(there, text.replaceAll("\\", "\\\\").replaceAll("'", "\\'"), manner)}'`,
      ),
    );
  if (part === "name")
    return scalarOf(
      old.value.replaceAll(
        /`([^`]*)`/g,
        (_, there: string) => `\`${mixed(there, text.replaceAll("`", "``"), manner)}\``,
      ),
    );
  return scalarOf(mixed(old.value, text, manner));
}

function renamed(root: Value, way: Way, text: string, manner: Manner): Value {
  const last = way.at(-1);
  return replaced(root, way.slice(0, -1), (holder) =>
    holder.kind === "mapping"
      ? mappingOf(holder.pairs.map(([key, value], at) => [at === last ? mixed(key, text, manner) : key, value]))
      : holder,
  );
}
