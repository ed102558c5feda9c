import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { takeLock } from "../processes/lock.js";
import {
  type CassandraParts,
  type ConnectParts,
  type PostgresParts,
  type PythonParts,
  type SparkVersions,
  type SqlParts,
  versions,
} from "./versions.js";

/** What an engine is set up from. */
type Pinned = SparkVersions | ConnectParts | SqlParts | PostgresParts | PythonParts | CassandraParts;

/** The folder that engines are set up in, on first use; one for each set of pinned versions. */
export function cacheFolder(pinned: Pinned = versions): string {
  const hash = createHash("sha256").update(JSON.stringify(pinned)).digest("hex").slice(0, 12);
  return join(cacheRoot(), hash);
}

/** `$SLUICE_CACHE`, or `sluice` in the user's own cache folder. */
export function cacheRoot(): string {
  const { SLUICE_CACHE: chosen, XDG_CACHE_HOME: xdg } = process.env;
  if (chosen !== undefined && chosen !== "") return chosen;
  return join(xdg !== undefined && xdg !== "" ? xdg : join(homedir(), ".cache"), "sluice");
}

/** Whether an engine's set-up was finished. */
export function isBuilt(name: string, pinned?: Pinned): boolean {
  return existsSync(join(cacheFolder(pinned), name, marker));
}

interface Build {
  readonly name: string;
  /** What it is set up from; default: what `sluice run` executes on. */
  readonly pinned?: Pinned;
  readonly python: string;
  readonly progress: (line: string) => void;
  /** Fills the folder; what it leaves when it fails is thrown away. */
  readonly fill: (folder: string) => Promise<void>;
}

/**
 * The folder of an engine, filled on first use. It is filled beside its place and moved there when it is whole, so a
 * set-up that is killed leaves nothing that a later one takes for finished. Two processes at once: the second waits.
 */
export async function built({ name, pinned = versions, python, progress, fill }: Build): Promise<string> {
  const folder = join(cacheFolder(pinned), name);
  if (isBuilt(name, pinned)) return folder;
  await mkdir(cacheFolder(pinned), { recursive: true });
  const lock = await takeLock({
    python,
    path: `${folder}.lock`,
    note: `process ${process.pid}`,
    onWait: (holder) => progress(`Waiting for ${holder}, which is setting up ${name} …`),
  });
  if (lock.kind === "busy") throw new Error(`${folder} is being set up by ${lock.holder}.`);
  try {
    if (isBuilt(name, pinned)) return folder;
    const unfinished = `${folder}.unfinished`;
    for (const leftover of [unfinished, folder]) await rm(leftover, { recursive: true, force: true });
    await mkdir(unfinished);
    await fill(unfinished);
    await writeFile(join(unfinished, marker), `${new Date().toISOString()}\n`);
    await rename(unfinished, folder);
    return folder;
  } finally {
    await lock.release();
  }
}

const marker = ".complete";
