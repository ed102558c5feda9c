// tsc copies no Python: the runner's files stand beside the code that starts them.
import { cpSync, statSync } from "node:fs";

cpSync("local", "dist/local", {
  recursive: true,
  filter: (path) => statSync(path).isDirectory() || path.endsWith(".py"),
});
