import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { engineError, runCommand } from "./command.js";
import type { Module } from "./versions.js";

export interface Retrieval {
  readonly java: string;
  /** Ivy itself: PySpark brings it. */
  readonly ivy: string;
  readonly modules: readonly Module[];
  readonly withDependencies: boolean;
  readonly into: string;
}

/**
 * Downloads jars from the central Maven repository, which Ivy knows by itself: no Maven is needed. An own Ivy settings
 * file, for a mirror or a proxy with a password, is honoured in SLUICE_IVY_SETTINGS.
 */
export async function retrieveJars({ java, ivy, modules, withDependencies, into }: Retrieval): Promise<void> {
  const scratch = `${into}.ivy`;
  await mkdir(scratch, { recursive: true });
  const settings = join(scratch, "settings.xml");
  const wanted = join(scratch, "ivy.xml");
  await writeFile(settings, settingsXml);
  await writeFile(wanted, ivyXml(modules, withDependencies));
  const outcome = await runCommand(join(java, "bin", "java"), [
    ...["-jar", ivy, "-settings", process.env["SLUICE_IVY_SETTINGS"] ?? settings, "-cache", join(scratch, "cache")],
    ...["-ivy", wanted, "-types", "jar", "bundle", "-retrieve", join(into, "[artifact]-[revision](-[classifier]).jar")],
  ]);
  const said = `${outcome.stdout}\n${outcome.stderr}`;
  if (outcome.code !== 0 || said.includes("UNRESOLVED DEPENDENCIES") || said.includes("FAILED DOWNLOADS")) {
    throw engineError(
      "The jars of Spark and Kafka could not be downloaded.",
      causeIn(said),
      "the same command again once the central Maven repository can be reached; behind a mirror, with SLUICE_IVY_SETTINGS=<an ivysettings.xml>",
    );
  }
  await rm(scratch, { recursive: true, force: true });
}

/** The jars in a folder, as absolute paths in a fixed order. */
export async function jarsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(".jar"))
    .sort()
    .map((name) => join(folder, name));
}

/** Ivy, among the jars of a PySpark. */
export async function ivyIn(pyspark: string): Promise<string> {
  const jars = await jarsIn(join(pyspark, "jars"));
  const ivy = jars.find((jar) => /\/ivy-[^/]*\.jar$/.test(jar));
  if (ivy === undefined) throw new Error(`PySpark in ${pyspark} brings no Ivy.`);
  return ivy;
}

const settingsXml = `<ivysettings>
  <settings defaultResolver="central"/>
  <resolvers><ibiblio name="central" m2compatible="true"/></resolvers>
</ivysettings>
`;

function ivyXml(modules: readonly Module[], transitive: boolean): string {
  const dependencies = modules.map(
    ({ group, name, version }) =>
      `    <dependency org="${group}" name="${name}" rev="${version}" transitive="${transitive}" conf="default->default"/>`,
  );
  return `<ivy-module version="2.0">
  <info organisation="sluice" module="engines"/>
  <configurations><conf name="default"/></configurations>
  <dependencies>
${dependencies.join("\n")}
  </dependencies>
</ivy-module>
`;
}

/** Ivy says much; what failed stands in its warnings and in what follows the heading in capitals. */
export function causeIn(said: string): string {
  const lines = said.split("\n").map((line) =>
    line
      .trim()
      .replace(/^:: (?=\S+#)|^:+ ?|:+$/g, "")
      .trim(),
  );
  const causes = lines.filter((line) =>
    /UNRESOLVED DEPENDENCIES|FAILED DOWNLOADS|not found|Exception|unreachable|timed out|refused|SERVER ERROR/i.test(
      line,
    ),
  );
  return [...new Set(causes.length > 0 ? causes : lines.filter((line) => line !== "").slice(-5))]
    .slice(0, 12)
    .join("\n");
}
