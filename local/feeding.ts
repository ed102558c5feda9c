import type { Draining } from "./drain.js";
import { UnfitFile } from "./files/table-samples.js";
import { isApiFeed, placeOf } from "./job.js";
import { entered, type Ledger, withoutFile, writeLedger } from "./ledger.js";
import { send } from "./send.js";

/** What came of sending a wave. */
export interface FedWave {
  /** With the wave's files in it. */
  readonly ledger: Ledger;
  /** Of rows or messages, by the files' kind. */
  readonly sent: number;
  /** Of them to what runs when it is called. */
  readonly ofRuns: number;
}

/** Sends wave after wave, file after file; each is in the ledger before it is sent. */
export function feeding(draining: Draining): (at: number, before: Ledger) => Promise<FedWave> {
  const { request, job, waves, session, progress } = draining;
  const { state } = session.places;
  const rowsOf = new Map<string, readonly number[]>();
  const filesOf = new Map<string, number>();
  return async (at, before) => {
    const ledgers = await entered(before, waves, at, job.job);
    let fed: FedWave = { ledger: before, sent: 0, ofRuns: 0 };
    for (const [inWave, file] of (waves[at] ?? []).entries()) {
      request.signal?.throwIfAborted();
      const to = placeOf(file.feed);
      const earlier = filesOf.get(to) ?? 0;
      const ledger = ledgers[inWave] ?? fed.ledger;
      await writeLedger(state, ledger);
      const { rows, sent } = await send(file, {
        ...{ request, ...session, wave: at + 1, earlier, before: rowsOf.get(to) ?? [], progress },
        ...(request.signal ? { signal: request.signal } : {}),
      }).catch(async (error) => {
        if (error instanceof UnfitFile) await writeLedger(state, withoutFile(ledger, to, earlier));
        throw error;
      });
      rowsOf.set(to, rows);
      filesOf.set(to, earlier + 1);
      const startsRuns = isApiFeed(file.feed) && file.feed.runs !== null;
      fed = { ledger, sent: fed.sent + sent, ofRuns: fed.ofRuns + (startsRuns ? sent : 0) };
    }
    return fed;
  };
}
