import { readdirSync } from "node:fs";
import { join } from "node:path";
import { diskHost } from "../cli/disk-host.js";
import type { Tree } from "./golden.js";

/** Names of the projects to copy. */
export const allProjects = (): readonly string[] => readdirSync("pipelines").sort();

/** Those of which anything runs, and is published: of others there are only rights. */
export const projectNames = (): readonly string[] =>
  allProjects().filter((name) => /^platform:/m.test(readProject(name)["sluice.yaml"] ?? ""));

/** What a project to copy is compiled from. */
export function readProject(name: string): Tree {
  const host = diskHost(join("pipelines", name));
  const paths = host.list(".").filter((path) => /\.(yaml|lock)$/.test(path));
  return Object.fromEntries(paths.map((path) => [path, host.read(path) ?? ""]));
}
