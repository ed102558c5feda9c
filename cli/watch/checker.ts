import type { Prepared } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { compileProject } from "../compile-project.js";
import { diskHost } from "../disk-host.js";
import { isSoundStill, partOf } from "../increment/increment.js";
import { changedSince, type Interview, interview, isPipeline, type Transcript } from "../output/recall.js";
import type { Refusal } from "../refusal.js";

/** What a look at a project came to. */
export type Looked =
  /** It is as it was at the last look. */
  | { readonly kind: "same" }
  | { readonly kind: "checked"; readonly files: readonly string[]; readonly found: Prepared["diagnostics"] }
  | Refusal;

/** Looks at a project again and again: of one that was sound only what hangs together with an edit is checked again, where that tells of all. */
export function checker(project: string, environments: readonly string[]): () => Looked {
  let last: { readonly transcript: Transcript; readonly isSound: boolean } | undefined;
  return () => {
    const asked = interview(diskHost(project));
    if (last !== undefined) for (const [kind, path] of last.transcript.questions) asked.host[kind](path);
    const files = last && changedSince(last.transcript, asked.transcript());
    if (files?.length === 0) return { kind: "same" };
    const before = last?.isSound === true && files?.every(isPipeline) ? last.transcript : undefined;
    const found = before && isSoundPart(before, asked, environments) ? [] : undefined;
    const compiled = found === undefined ? compileProject(project, environments, asked.host) : { diagnostics: found };
    if ("kind" in compiled) {
      last = undefined;
      return compiled;
    }
    last = { transcript: asked.transcript(), isSound: compiled.diagnostics.length === 0 };
    return { kind: "checked", files: files ?? [], found: compiled.diagnostics };
  };
}

function isSoundPart({ texts }: Transcript, { host }: Interview, environments: readonly string[]): boolean {
  const before = new Map([...texts].filter(([path]) => isPipeline(path)));
  const options = { ...(environments.length > 0 && { environments }), now: new Date() };
  const part = partOf({ host, before }, targets, options);
  return part !== undefined && isSoundStill(part);
}
