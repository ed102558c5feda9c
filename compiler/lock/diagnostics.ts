import { defineDiagnostics } from "../diagnostics/diagnostic.js";

/** What is wrong with `sluice.lock`, or between it and the project. */
export const lockDiagnostics = defineDiagnostics("lock", {
  mergeConflict: {
    severity: "error",
    message: (_: Record<string, never>) =>
      "sluice.lock has a merge conflict here: of each query keep the block with the higher generation, then run 'sluice compile'.",
    explanation:
      "Two branches changed the same query. The block with the higher generation is kept, because a generation must never go back; `sluice compile` then writes what the merged YAML comes to, with a generation of its own.",
  },
  unknownVersion: {
    severity: "error",
    message: (p: { version: string }) =>
      `This sluice.lock has version ${p.version}, and this sluice reads version 1: use the sluice that wrote it.`,
    explanation: "A lock of another version may say things that this compiler would lose.",
  },
  broken: {
    severity: "error",
    message: (p: { detail: string }) =>
      `This is not as 'sluice compile' writes it: ${p.detail} Restore the file from git.`,
    explanation:
      "`sluice.lock` is written by `sluice compile` and only read by people. Without it generations would begin at 1 again, and an old checkpoint could be opened again; so a lock that cannot be read is not passed over.",
  },
});
