import { synapseName } from "../../compiler/emit/synapse.js";
import type { Cell, Notebook } from "./notebook.js";

/** A notebook as plain Python: what reviewers read, and what a Spark job definition runs. `# %%` begins a cell. */
export const printPython = ({ cells }: Notebook, project: string): string =>
  `${cells.map((cell) => printCell(cell, project)).join("\n\n")}\n`;

function printCell(cell: Cell, project: string): string {
  switch (cell.kind) {
    case "text":
      return ["# %% [markdown]", ...cell.lines.map((line) => `# ${line}`.trimEnd())].join("\n");
    case "include":
      return `# %% The job gives this text what the project's module defines.\n# %run ./${project}_common`;
    case "run":
      return `# %% Runs another notebook of the job.\n# %run ./${synapseName(project, cell.notebook)}`;
    case "code":
      return `# %%${cell.title === undefined ? "" : ` ${cell.title}`}\n${cell.code}`;
  }
}
