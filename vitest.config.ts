import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * What takes longest, longest first: a fresh clone knows no durations, and Vitest would go by the sizes of the files. Those with
 * engines of their own come before those that share the Spark of their worker, so that few engines are up at a time.
 */
const longest = [
  "test/publish/matrix",
  "test/publish/rollback",
  "test/publish/destroy",
  "test/fuzz/fuzz",
  "test/publish/synapse",
  "test/publish/killed",
  "test/publish/spark-batches",
  "test/ci-recipes",
  "test/connect-safety",
  "test/publish/watch",
  "test/adf/on-failure",
  "test/hygiene",
  "test/spark/faults/streaming",
  "test/spark/faults/landing",
  "test/spark/telemetry/submitted",
  "test/spark/connect/kinds",
  "test/spark/expression/catalogue",
  "test/spark/expression/trees",
  "test/spark/state/restart",
  "test/spark/legality/random",
  "test/spark/legality/wrong-rows",
  "test/spark/local/run",
  "test/spark/continuous/killed",
  "test/spark/continuous/command",
  "test/spark/telemetry/spark4",
  "test/spark/late/matrix",
  "test/spark/late/upsert",
  "test/spark/flow/users",
  "test/spark/sources/lake-history",
  "test/spark/landings/deletes",
  "test/spark/landings/history",
  "test/spark/clauses/clauses",
  "test/spark/telemetry/telemetry",
  "test/spark/landings/computed",
  "test/spark/sources/lake",
  "test/spark/flow/files",
  "test/spark/replace/replace",
  "test/spark/flow/landed-json",
  "test/spark/clauses/views",
  "test/spark/landings/apply-changes",
  "test/spark/windows/windows",
  "test/spark/flow/pizza-store",
  "test/spark/joins/interval",
  "test/spark/telemetry/unordered",
  "test/spark/sources/files",
  "test/spark/faults/poison",
  "test/spark/clauses/stopping",
  "test/spark/sources/lake-samples",
  "test/spark/joins/kinds",
  "test/spark/joins/static",
  "test/spark/sinks/sinks",
  "test/spark/reset/reset",
  "test/spark/flow/periods",
  "test/spark/flow/http",
  "test/spark/flow/data-flow",
  "test/spark/storage/storage",
  "test/spark/sources/columns-added",
  "test/spark/telemetry/real",
  "test/spark/sources/csv-bodies",
];

/** Starts long files first, so that no worker is left with one alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return at === -1 ? longest.length : at;
}

/** Milliseconds that a test has; what is run whole (`npm run test:long`) has no limit, which the command's options cannot say for projects. */
function within(milliseconds: number): number {
  return process.env["SLUICE_LONG"] === "1" ? 0 : milliseconds;
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
          // Vitest would leave one processor to itself, which does next to nothing while they run.
          maxWorkers: "100%",
          // Reading the whole code base, or starting the command, takes a while on a machine that does other things too.
          testTimeout: within(60_000),
          hookTimeout: within(60_000),
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
          testTimeout: within(1_500_000),
          hookTimeout: within(1_500_000),
        },
      },
    ],
  },
});
