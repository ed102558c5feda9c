/** What Ctrl-C (and a polite kill) comes to. */
export interface Interruption {
  /** Stops the run. */
  readonly signal: AbortSignal;
  /** Raised before that, once the run is one that is ended gently. */
  readonly gentle: AbortSignal;
  /** From now on the first Ctrl-C raises `gentle`, and the second `signal`. */
  readonly beGentle: () => void;
  readonly dispose: () => void;
}

/** Turns Ctrl-C into signals for `runJob`. One more than it has a signal for ends the process as it always would. */
export function interruption(): Interruption {
  const [gentle, signal] = [new AbortController(), new AbortController()];
  let next = signal;
  const onSignal = () => {
    if (next === gentle) {
      next = signal;
      return gentle.abort();
    }
    dispose();
    signal.abort(new Error("Interrupted."));
  };
  const dispose = () => {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  const beGentle = () => {
    next = gentle;
  };
  return { signal: signal.signal, gentle: gentle.signal, beGentle, dispose };
}
