import { fileURLToPath } from "node:url";

/** A Python script of the runner: it stands beside this module, also where both are bundled. */
export const script = (name: "class_archive.py" | "notebooks.py"): string =>
  fileURLToPath(new URL(`./${name}`, import.meta.url));
