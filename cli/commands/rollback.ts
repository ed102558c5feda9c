import type { Credential } from "../../publish/access.js";
import type { Destination } from "../../publish/destination.js";
import { furtherRights } from "../../publish/further-rights.js";
import { homeNames, homesOf } from "../../publish/homes.js";
import { patient } from "../../publish/patience.js";
import type { ListedRelease, Releases } from "../../publish/releases.js";
import type { Wanted } from "../../publish/thing.js";
import type { Arguments } from "../arguments.js";
import { azureCredential } from "../azure-credential.js";
import { carryOut } from "../carry-out.js";
import { destinationIn, isGivenDirect, publicationOf, type Sources, wantedIn } from "../publication.js";
import { misused, type Outcome, refused } from "../refusal.js";
import { runningChanges } from "../running-changes.js";
import { serviceRefusal } from "../service-refusal.js";
import { textTable } from "../text-table.js";
import type { World } from "../world.js";

/** `sluice rollback`: makes an environment what it was after an earlier publishing; without an id lists what there is to go back to. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const destination = await destinationIn(given, world, isGivenDirect(given));
  if ("kind" in destination) return destination;
  const who = await azureCredential(process.env["SLUICE_TOKEN"]);
  const { releasesIn } = await import("../../publish/services.js");
  const releases = releasesIn(destination, who, patient);
  return given.positional === undefined
    ? releases.list().then((found) => list(found, world), serviceRefusal)
    : backTo(given.positional, { destination, releases, who }, given, world);
}

function list(found: readonly ListedRelease[], world: World): Outcome {
  if (found.length === 0) return refused("No release is kept of this environment: there is nothing to go back to.");
  const rows = found.map(({ id, published }) => [String(id), published.toISOString()]);
  world.out(textTable(["RELEASE", "PUBLISHED"], rows, [0]));
  return 0;
}

/** What is said of rights; empty where those that are printed are enough. */
function rightsFor(
  id: string,
  destination: Destination,
  release: readonly Wanted[],
  sources: readonly Wanted[] | undefined,
): string {
  if (sources === undefined)
    return `The sources have errors, so whether going back to release ${id} needs more than 'sluice permissions' prints for them is not known.\n`;
  const further = furtherRights(destination, release, sources);
  if (further.length === 0) return "";
  return `Going back to release ${id} needs what 'sluice permissions' does not print, which looks at the sources only:\n${further.map((right) => `  ${right}\n`).join("")}`;
}

interface Place {
  readonly destination: Destination;
  readonly releases: Releases;
  readonly who: Credential;
}

async function backTo(id: string, { destination, releases, who }: Place, given: Arguments, world: World) {
  const listed = "'sluice rollback' without an id lists what there is";
  if (!/^\d{1,15}$/.test(id)) return misused(`'${id}' is no release's id, which is a number: ${listed}.`);
  const release = await releases.read(Number(id)).catch(serviceRefusal);
  if (release === undefined) return misused(`There is no release ${id} of ${destination.environment}: ${listed}.`);
  if ("kind" in release) return release;
  const { homes, scripts, lock, queries } = release;
  // What is asked of databases, only where they are opened.
  const isAsked = ({ kind, name }: Wanted) =>
    kind.name !== "database" || destination.sql?.some(({ connection }) => connection === name) === true;
  const wanted = release.wanted.filter(isAsked);
  const now = homesOf(destination);
  const other = homeNames.find((plane) => homes[plane] !== now[plane]);
  if (other !== undefined)
    return refused(
      `Release ${id} was published to ${homes[other] ?? "nothing"}, and ${destination.environment} names ${now[other] ?? "nothing"} now.`,
    );
  world.err(rightsFor(id, destination, wanted, wantedIn(given, world, destination)));
  const sources: Sources = {
    ...{ purpose: "rollback", destination, wanted, scripts, lock, queries },
    checkpointsFrom: (state) =>
      lock === undefined || queries === undefined ? null : runningChanges(state, { lock, queries }),
  };
  return carryOut(await publicationOf(sources, who), given, world);
}
