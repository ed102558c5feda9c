import type { Control, Exchange, Fault, Script } from "../../local/azure/control.js";

/** What goes wrong with the request of a number; everything after it too, if the publisher is dead then. */
const mishaps: Readonly<Record<string, { readonly fault: Fault; readonly isDead: boolean }>> = {
  "killed before": { fault: { kind: "cut", when: "before" }, isDead: true },
  "killed after": { fault: { kind: "cut", when: "after" }, isDead: true },
  "answer lost": { fault: { kind: "cut", when: "after" }, isDead: false },
  "429": { fault: { kind: "unable", status: 429, retryAfter: 0 }, isDead: false },
  "500": { fault: { kind: "unable", status: 500 }, isDead: false },
  "operation that never ends": { fault: { kind: "endless" }, isDead: false },
};

/** The numbers of the requests that something is made to go wrong with: the lease, one of the many that only read, and all from the first write on. */
export function requestsOf(log: readonly Exchange[]): readonly number[] {
  const isWrite = ({ isWrite, path }: Exchange): boolean => isWrite && !path.includes("comp=lease");
  const first = log.findIndex(isWrite) + 1;
  return log.map((_, at) => at + 1).filter((at) => at === 1 || at === 5 || at >= first);
}

/** The mishap with the request of a number, counted from now on. */
export function faultAt(name: string, at: number): Script {
  const mishap = mishaps[name];
  let seen = 0;
  return () => {
    seen += 1;
    if (seen === at) return mishap?.fault;
    return seen > at && mishap?.isDead ? { kind: "cut", when: "before" } : undefined;
  };
}

export const goingWrong = (control: Control, name: string, at: number): void => control.play(faultAt(name, at));

/** Publishing notes that it begins: what it rests on has been read, and no step is done. */
export const isOfState = ({ isWrite, path }: Pick<Exchange, "isWrite" | "path">): boolean =>
  isWrite && path.includes("/_ops/publish/") && !path.includes("comp=lease");

/** Something is done right before the first request that is such a one. */
export function once(isSuch: (request: Omit<Exchange, "status">) => boolean, act: () => Promise<void>): Script {
  let isDone = false;
  return async (request) => {
    if (isDone || !isSuch(request)) return undefined;
    isDone = true;
    await act();
    return undefined;
  };
}
