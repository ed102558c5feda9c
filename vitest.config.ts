import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What runs longest, longest first. A fresh clone knows no durations, and Vitest would go by the sizes of the files. */
const longest = [
  "telemetry/telemetry",
  "clauses/clauses",
  "replace/replace",
  "telemetry/killed",
  "clauses/views",
  "telemetry/connect",
  "joins/interval",
  "telemetry/submitted",
  "sources/lake",
  "sources/files",
  "windows/windows",
  "telemetry/spark4",
  "continuous/killed",
  "local/run",
  "continuous/command",
  "sinks/sinks",
  "expression/catalogue",
  "joins/static",
  "landings/apply-changes",
  "sources/lake-samples",
  "telemetry/unordered",
  "clauses/stopping",
  "flow/users",
  "reset/reset",
  "storage/storage",
  "sources/columns-added",
  "telemetry/real",
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
          // Each worker loads the modules of the tests once, not for every file.
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
