import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The runner as JavaScript, for tests that kill a process of it: the folder that `local/` was compiled into. */
export function compileLocal(): string {
  const folder = join(root, ".sluice", "test-build");
  const options = [
    "--ignoreConfig",
    "--outDir",
    folder,
    "--rootDir",
    root,
    "--target",
    "es2023",
    "--module",
    "nodenext",
  ];
  const quick = ["--types", "node", "--skipLibCheck", "--noCheck"];
  execFileSync(
    join(root, "node_modules", ".bin", "tsc"),
    [...options, ...quick, "local/run.ts", "local/interruption.ts"],
    { cwd: root, stdio: "inherit" },
  );
  for (const name of readdirSync(join(root, "local"), { recursive: true, encoding: "utf8" })) {
    if (name.endsWith(".py")) cpSync(join(root, "local", name), join(folder, "local", name));
  }
  return join(folder, "local");
}

/** Processes whose command line names a folder: what a killed run has left behind, if anything. */
export function processesNaming(folder: string): readonly string[] {
  if (!existsSync("/proc/self")) return [];
  const listed = execFileSync("ps", ["-A", "-ww", "-o", "pid=,stat=,args="], { encoding: "utf8" });
  return listed.split("\n").filter((line) => line.includes(folder) && !/^\s*\d+\s+Z/.test(line));
}
