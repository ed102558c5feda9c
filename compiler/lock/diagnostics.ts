import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/suggest.js";

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
  backfillLowered: {
    severity: "error",
    message: (p: { highest: number }) =>
      `'backfill' has been ${p.highest} already (see sluice.lock), and it is only ever raised: write ${p.highest} to leave things as they are, ${p.highest + 1} to have everything read again.`,
    explanation:
      "`backfill` counts how often a table was computed anew. If it went down, raising it again would mean nothing.",
  },
  renamedUnknown: {
    severity: "error",
    message: (p: { name: string; suggestion: string | undefined }) =>
      `sluice.lock has no '${p.name}', so there is nothing to go on with under a new name.${didYouMean(p.suggestion)}`,
    explanation:
      "`renamed_from` is the name by which the lake and the lock know the table: the one it had when it was first compiled, also after a second renaming. A new table needs none.",
  },
  renamedKind: {
    severity: "error",
    message: (p: { name: string; was: string; is: string }) =>
      `'${p.name}' holds ${p.was} (see sluice.lock), and this one holds ${p.is}: it is another table. Remove 'renamed_from', and it begins under its own name.`,
    explanation:
      "A renamed table goes on with rows, checkpoint and state of the old one, which another kind of query cannot do.",
  },
  idTaken: {
    severity: "error",
    message: (p: { id: string; other: string }) =>
      `sluice.lock knows the sink '${p.other}' as '${p.id}', because it stood here before: give this one another name.`,
    explanation:
      "A sink goes on where it stopped although it is moved to another pipeline, because `sluice.lock`, its checkpoint and its records know it by the id under which it was first compiled. A new sink of the same name, in the pipeline that it came from, would have that same id, and one of the two would begin anew: all its rows would be sent twice.",
  },
  broken: {
    severity: "error",
    message: (p: { detail: string }) =>
      `This is not as 'sluice compile' writes it: ${p.detail} Restore the file from git.`,
    explanation:
      "`sluice.lock` is written by `sluice compile` and only read by people. Without it generations would begin at 1 again, and an old checkpoint could be opened again; so a lock that cannot be read is not passed over.",
  },
});
