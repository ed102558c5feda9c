import { randomBytes } from "node:crypto";
import type { ApiAddress } from "../adf/world.js";
import type { LocalApi, LocalFlow } from "../flow.js";
import type { LocalAnswersFeed } from "../job.js";
import { onceForAll } from "../once.js";
import { fingerprint } from "../waves.js";
import { type RowsApi, readRows, startRowsApi } from "./rows-api.js";

/** The APIs of a flow that are up. */
export interface Apis {
  /** Where an API is asked, and what is sent with each request; undefined: there is none of that linked service. */
  readonly api: (linkedService: string) => ApiAddress | undefined;
  /** Lets an API answer with a file's rows. `earlier`: how many files there were before. Gives whether no earlier run has done so. */
  readonly feed: (feed: LocalAnswersFeed, file: string, earlier: number) => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

interface Running {
  readonly of: LocalApi;
  readonly api: RowsApi;
  readonly headers: Readonly<Record<string, string>>;
}

/** How many rows a page has that is not asked for by how many are skipped. */
const pageSize = 5;

/** Starts them all; each has its own key. */
export async function startApis({ apis = [] }: LocalFlow, state: string): Promise<Apis> {
  const running: Running[] = [];
  const stop = async () => {
    await Promise.all(running.map(({ api }) => api.stop()));
  };
  for (const of of apis) {
    const key = of.header === null ? undefined : { header: of.header, value: randomBytes(16).toString("hex") };
    const api = await startRowsApi({ base: of.base, key, pageSize });
    for (const at of of.sources) api.show(at, []);
    running.push({ of, api, headers: key === undefined ? {} : { [key.header]: key.value } });
  }
  return {
    api: (linkedService) => {
      const found = running.find(({ of }) => of.linked_service === linkedService);
      if (found === undefined) return undefined;
      const base = found.of.base === "" ? "" : `${found.of.base}/`;
      return { address: `${found.api.address}/${base}`, headers: found.headers };
    },
    feed: async (feed, file, earlier) => {
      const found = running.find(({ of }) => of.linked_service === feed.api);
      const at = found?.of.sources.find(({ source }) => source === feed.source);
      if (found === undefined || at === undefined) throw new Error(`There is no API for ${feed.source}.`);
      found.api.show(at, await readRows(file));
      return onceForAll(state, "apis", [feed.source, earlier, await fingerprint(file)], async () => {});
    },
    stop,
  };
}
