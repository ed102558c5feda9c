/** A document of a pipeline's file as text: what can be known of it without reading YAML. */
export interface Piece {
  readonly path: string;
  readonly text: string;
  /** The pipeline that it declares; undefined: there are only comments and empty lines. */
  readonly pipeline: string | undefined;
}

/**
 * The documents of a file, as far as that is certain of their text: undefined where it is not. A line that begins with `---` parts
 * documents wherever it stands (https://yaml.org/spec/1.2.2/#914-explicit-documents).
 */
export function piecesOf(path: string, text: string): readonly Piece[] | undefined {
  if (unclear.some((form) => form.test(text))) return undefined;
  const pieces: Piece[] = [];
  for (const part of text.split(/^---[ \t]*\r?$/m)) {
    const declared = [...part.matchAll(/^pipeline[ \t]*:(.*)$/gm)];
    const name = /^[ \t]+(["']?)([A-Za-z][A-Za-z0-9_-]*)\1[ \t]*(?:#.*)?\r?$/.exec(declared[0]?.[1] ?? "")?.[2];
    if (declared.length > 1 || (name === undefined && !isEmpty(part))) return undefined;
    pieces.push({ path, text: part, pipeline: name });
  }
  return pieces;
}

const isEmpty = (text: string): boolean => /^(?:[ \t]*(?:#.*)?\r?(?:\n|$))*$/.test(text);

/** What would take reading to know where documents begin, or which names of pipelines stand in them. */
const unclear: readonly RegExp[] = [
  /^(?:%|\.\.\.|---[ \t]*[^ \t\r\n])/m,
  /\r(?!\n)|[\u0085\u2028\u2029\uFEFF]/,
  /\\(?:[xuU]|\r?\n)/, // letters of a name that are escaped, or parted
  /\}[A-Za-z0-9_-]*\/(?:(?:sources|bronze|silver|gold|sinks)\.|\$)/, // a pipeline's name that a placeholder stands in
];
