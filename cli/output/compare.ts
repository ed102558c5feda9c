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

export type Text = Pick<Artifact, "path" | "body">;

/** A text, held against what stands on its path. */
export interface Comparison {
  readonly sha256: string;
  readonly isSame: boolean;
}

export interface CompareOptions {
  /** Whether what differs is kept, so that an artifact's text is taken once, and not all of them are held in memory. */
  readonly isStaging: boolean;
}

export function comparing(folder: Folder, { isStaging }: CompareOptions): (text: Text) => Comparison {
  const look = looked(folder);
  return ({ path, body }) => {
    const isSame = look.kindOf(path) === "file" && folder.read(path) === body;
    if (!isSame && isStaging) folder.write(stagedPath(path), body);
    return { sha256: sha256(body), isSame };
  };
}

export const compared = (artifact: Artifact, { sha256, isSame }: Comparison): Compared => ({
  entry: entryOf(artifact, sha256),
  isSame,
});
