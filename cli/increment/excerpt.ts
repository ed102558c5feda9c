import { parseYaml } from "../../compiler/source/parse-yaml.js";
import type { Node } from "../../compiler/source/tree.js";
import { isLocalChange } from "./local-change.js";
import { type Piece, piecesOf } from "./pieces.js";

/** The texts of files, by path. */
export type Texts = ReadonlyMap<string, string>;

/** The part of a project that hangs together with what was changed in it. */
export interface Excerpt {
  /** The files of pipelines that it is in, with nothing but its documents: places in them are others. */
  readonly before: Texts;
  readonly after: Texts;
  /** Whether a text may speak of it: it has the name of one of its pipelines, or one of them that of a pipeline. */
  hasToDoWith(text: string, pipeline: string): boolean;
}

/** More than that is compiled as a whole. */
const most = 64;

/**
 * The documents that were changed, with all that may name them or be named by them, by way of others too: whoever refers to a
 * pipeline writes its name. `before` and `after`: the same files of pipelines. Undefined where that is not certain, or where a change may be seen
 * from elsewhere.
 */
export function excerptOf(before: Texts, after: Texts): Excerpt | undefined {
  const all: Piece[] = [];
  const changed = new Map<Piece, Piece>();
  for (const [path, text] of after) {
    const was = before.get(path);
    const pieces = piecesOf(path, text);
    if (was === undefined || pieces === undefined) return undefined;
    all.push(...pieces);
    if (was === text) continue;
    const then = piecesOf(path, was);
    if (then?.length !== pieces.length) return undefined;
    for (const [at, piece] of pieces.entries()) {
      const other = then[at];
      if (other === undefined || (other.text !== piece.text && !isLocal(other, piece))) return undefined;
      if (other.text !== piece.text) changed.set(piece, other);
    }
  }
  const members = together([...changed.keys()], all);
  if (members === undefined) return undefined;
  const versions = [...members, ...changed.values()];
  const paths = [...new Set(members.map(({ path }) => path))];
  const texts = (pieces: readonly Piece[]): Texts =>
    new Map(paths.map((path) => [path, documentsOf(pieces.filter((piece) => piece.path === path))]));
  return {
    before: texts(members.map((member) => changed.get(member) ?? member)),
    after: texts(members),
    hasToDoWith: (text, pipeline) => versions.some((one) => isNamedIn(one, text) || one.text.includes(pipeline)),
  };
}

function isLocal(before: Piece, after: Piece): boolean {
  if (before.pipeline === undefined || before.pipeline !== after.pipeline) return false;
  if (/(?:^|[\s,[{:-])[*&][^\s*&]/m.test(after.text)) return false; // what is repeated is counted over the whole file
  const [was, is] = [rootOf(before), rootOf(after)];
  return was !== undefined && is !== undefined && isLocalChange(was, is);
}

function rootOf({ path, text }: Piece): Node | undefined {
  const { documents, problems } = parseYaml(path, text);
  return problems.length === 0 && documents.length === 1 ? documents[0]?.root : undefined;
}

/** All that hangs together with some; undefined if that is too much. */
function together(some: readonly Piece[], all: readonly Piece[]): readonly Piece[] | undefined {
  const members = new Set(some);
  for (const member of members) {
    for (const other of all)
      if (!members.has(other) && (isNamedIn(other, member.text) || isNamedIn(member, other.text))) members.add(other);
    if (members.size > most) return undefined;
  }
  return all.filter((piece) => members.has(piece));
}

const isNamedIn = ({ pipeline }: Piece, text: string): boolean => pipeline !== undefined && text.includes(pipeline);

const documentsOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("\n---\n");
