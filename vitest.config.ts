import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * What takes longest, longest first: a fresh clone knows no durations, and Vitest would go by the sizes of the files. Those with
 * engines of their own come before those that share the Spark of their worker, so that few engines are up at a time.
 */
const longest = [
  "faults/streaming",
  "faults/landing",
  "telemetry/submitted",
  "telemetry/connect",
  "expression/catalogue",
  "expression/trees",
  "legality/random",
  "legality/wrong-rows",
  "local/run",
  "continuous/killed",
  "continuous/command",
  "telemetry/spark4",
  "flow/users",
  "sources/lake-history",
  "telemetry/telemetry",
  "clauses/clauses",
  "joins/interval",
  "replace/replace",
  "reset/reset",
  "clauses/views",
  "sources/files",
  "sources/lake",
  "windows/windows",
  "joins/static",
  "landings/apply-changes",
  "sinks/sinks",
  "sources/lake-samples",
  "telemetry/unordered",
  "clauses/stopping",
  "storage/storage",
  "sources/columns-added",
  "telemetry/real",
  "sources/csv-bodies",
];

/** Starts long files first, so that no worker is left with one alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = longest.findIndex((name) => moduleId.endsWith(`test/spark/${name}.test.ts`));
  return at === -1 ? longest.length : at;
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["{schema,compiler,targets,publish,local,cli,test}/**/*.test.ts"],
          exclude: ["test/spark/**", "**/node_modules/**"],
          // No file changes a module that others use: each worker loads them once, not for every file.
          isolate: false,
          // Reading the whole code base, or starting the command, takes a while on a machine that does other things too.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "spark",
          include: ["test/spark/**/*.test.ts"],
          // The files of a worker share one Spark (test/spark/kept.ts), and load the modules of the tests once.
          isolate: false,
          // Two engines at a time: a small machine has memory for no more, and each plans on one core most of the time.
          maxWorkers: 2,
          testTimeout: 1_500_000,
          hookTimeout: 1_500_000,
        },
      },
    ],
  },
});
