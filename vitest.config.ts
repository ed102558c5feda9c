import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{schema,compiler,targets,publish,local,cli,test}/**/*.test.ts"],
          exclude: ["test/spark/**", "**/node_modules/**"],
          // Reading the whole code base, or starting the command, takes a while on a machine that does other things too.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "spark",
          include: ["test/spark/**/*.test.ts"],
          // Two engines at a time: a small machine has memory for no more, and each plans on one core most of the time.
          maxWorkers: 2,
          testTimeout: 1_500_000,
          hookTimeout: 1_500_000,
        },
      },
    ],
  },
});
