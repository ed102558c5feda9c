import { parse } from "yaml";
import type { Principal } from "../../../local/azure/principal.js";
import { allInOne } from "../../all-projects.js";
import type { Tree } from "../../golden.js";
import { type Version, versionOf } from "../../publish/project-cloud.fixture.js";

const subscription = "00000000-0000-0000-0000-000000000002";
const group = `/subscriptions/${subscription}/resourceGroups/telemetry-prod/providers`;

/** What others have made that roles are assigned at. */
export const resources = [
  `${group}/Microsoft.EventHub/namespaces/telemetry-prod/eventhubs/readings`,
  `${group}/Microsoft.DocumentDB/databaseAccounts/telemetry-prod`,
];

/** Whom these roles are assigned to. */
export const people: readonly Principal[] = ["d001", "d002", "d003", "d004"].map((tail) => {
  const id = `00000000-0000-0000-0000-00000000${tail}`;
  return { id, client: id, grants: [] };
});

const ofShop = "pipelines/shop-access-access.yaml";

/** Before, each project is otherwise: pipelines and tables are described or computed otherwise, views and rights are fewer. */
const former: Readonly<Record<string, readonly [from: RegExp, to: string]>> = {
  [ofShop]: [/^ {2}sales:\n( {4}.*\n)+/m, ""],
  "pipelines/youflix-users.yaml": [/^description: .*$/m, "description: Users"],
  "pipelines/youflix-warehouse.yaml": [/^ {2}plans:\n( {4}.*\n)+/m, ""],
  "pipelines/pizza-store-tills.yaml": [/^description: .*$/m, "description: Tills"],
  "pipelines/pizza-store-reports.yaml": [/^ {4}warehouse\.sales_per_city: .*\n/m, ""],
  "pipelines/imdb-imdb.yaml": [/trim\(genre\)/, "genre"],
  "pipelines/telemetry-readings.yaml": [/^ {2}monitoring:\n( {4}.*\n)+/m, ""],
  "pipelines/tmdb-tmdb.yaml": [/^description: .*$/m, "description: Lists"],
};

/** All projects to copy as one, with the stacks of telemetry's roles, which publishing deploys where it is told to which group. */
export interface Everything {
  readonly files: Tree;
  readonly first: Version;
  readonly second: Version;
  /** Who may do what in the shop's database. */
  readonly grants: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** `on`: each written for one platform. */
export function everythingOn(on: (name: string) => Tree): Everything {
  const files = allInOne((name) => (name === "telemetry" ? deployed(on(name)) : on(name)));
  const before = Object.entries(former).map(([path, [from, to]]) => {
    const text = files[path] ?? "";
    if (!from.test(text)) throw new Error(`${path} has nothing to change`);
    return [path, text.replace(from, to)] as const;
  });
  const access: { readonly grants: Everything["grants"] } = parse(files[ofShop] ?? "");
  return {
    files,
    first: versionOf({ ...files, ...Object.fromEntries(before) }),
    second: versionOf(files),
    grants: access.grants,
  };
}

const deployed = (files: Tree): Tree => ({
  ...files,
  "sluice.yaml": (files["sluice.yaml"] ?? "").replace(
    /(hubs|containers): \[[\w.]+\]/g,
    `$&, deploy_to: { subscription: ${subscription}, resource_group: telemetry-prod }`,
  ),
});
