/** What Ctrl-C (and a polite kill) comes to. */
export interface Interruption {
  /** Stops the run. */
  readonly signal: AbortSignal;
  /** Raised before that, where a run is to be ended gently. */
  readonly gentle: AbortSignal;
  readonly dispose: () => void;
}

/**
 * Turns Ctrl-C into a signal for `runJob`; with `gently` the first into `gentle` and the second into `signal`. One more ends
 * the process as it always would.
 */
export function interruption({ gently = false } = {}): Interruption {
  const [first, last] = [new AbortController(), new AbortController()];
  const onSignal = () => {
    if (gently && !first.signal.aborted) return first.abort();
    dispose();
    last.abort(new Error("Interrupted."));
  };
  const dispose = () => {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return { signal: last.signal, gentle: first.signal, dispose };
}
