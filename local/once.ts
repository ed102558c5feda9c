import { createHash } from "node:crypto";
import { access, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Does something that no run with this state is to do again; gives whether it did. One that is killed before it is written down is
 * done again: what it makes is made anew. `records`: the folder, below the run's own, where that stands.
 */
export async function onceForAll(
  state: string,
  records: string,
  what: readonly unknown[],
  does: () => Promise<void>,
): Promise<boolean> {
  const name = createHash("sha256").update(JSON.stringify(what)).digest("hex");
  const record = join(state, records, "done", name);
  const isDone = await access(record).then(
    () => true,
    () => false,
  );
  if (isDone) return false;
  await does();
  await mkdir(dirname(record), { recursive: true });
  await writeFile(record, "");
  return true;
}
