import type { WaveFile } from "../waves.js";

/** Files are sent in the order of their names, and that order is what a later run goes by; `done` was sent. */
export function assertInOrder(done: readonly WaveFile[], files: readonly WaveFile[]): void {
  const at = done.findIndex((file, place) => files[place]?.path !== file.path);
  if (at === -1) return;
  const now = files[at]?.path;
  if (now === undefined || done.some(({ path }) => path === now))
    throw new Error(`${done[at]?.path} was sent and is not there any more; later runs need it.`);
  throw new Error(
    `${now} stands among files that were sent already: the first file of each source is sent, then the second of each, in the order of their names. Give it a later name; where a source had fewer files than another, only --fresh sends it.`,
  );
}
