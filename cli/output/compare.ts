import type { Artifact } from "../../compiler/emit/artifact.js";
import type { Folder } from "./folder.js";
import { stagedPath } from "./journal.js";
import { looked } from "./look.js";
import { entryOf, type ManifestEntry, sha256 } from "./manifest.js";

/** An artifact, held against what stands on its path. */
export interface Compared {
  readonly entry: ManifestEntry;
  readonly isSame: boolean;
}

/** What is to stand on a path, in UTF-8: so it is encoded once, for its hash, for what stands there, and for the disk. */
export interface Content {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const contentOf = ({ path, body }: Artifact): Content => ({ path, bytes: Buffer.from(body) });

/** A content, held against what stands on its path. */
export interface Comparison {
  readonly sha256: string;
  readonly isSame: boolean;
}

export interface CompareOptions {
  /** Whether what differs is kept, so that an artifact's text is taken once, and not all of them are held in memory. */
  readonly isStaging: boolean;
}

export function comparing(folder: Folder, { isStaging }: CompareOptions): (content: Content) => Comparison {
  const look = looked(folder);
  return ({ path, bytes }) => {
    const isSame = look.kindOf(path) === "file" && folder.bytes(path).equals(bytes);
    if (!isSame && isStaging) folder.write(stagedPath(path), bytes);
    return { sha256: sha256(bytes), isSame };
  };
}

export const compared = (artifact: Artifact, { sha256, isSame }: Comparison): Compared => ({
  entry: entryOf(artifact, sha256),
  isSame,
});
