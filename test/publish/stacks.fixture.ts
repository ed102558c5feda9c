import type { Principal } from "../../local/azure/principal.js";
import { user } from "../../local/azure/seed.js";
import { makePlan } from "../../publish/make-plan.js";
import { permissionsOf } from "../../publish/permissions.js";
import { scriptsOf } from "../../publish/script.js";
import { servicesOf } from "../../publish/services.js";
import { wantedOf } from "../../publish/wanted.js";
import { impatient } from "./cloud.fixture.js";
import { projectCloud, type Version, versionOf } from "./project-cloud.fixture.js";

export const subscription = "00000000-0000-0000-0000-0000000000aa";
export const group = `/subscriptions/${subscription}/resourceGroups/plant-prod`;
export const account = `${group}/providers/Microsoft.Storage/storageAccounts/plantprod`;
export const container = `${account}/blobServices/default/containers/lake`;
export const hub = `${group}/providers/Microsoft.EventHub/namespaces/plant-prod/eventhubs/readings`;
export const cosmos = `${group}/providers/Microsoft.DocumentDB/databaseAccounts/plant-serving`;

const id = (tail: string) => `00000000-0000-0000-0000-00000000${tail}`;
export const analystsGroup = id("e001");
const person = (tail: string, groups: readonly string[] = []): Principal => ({
  ...{ id: id(tail), client: id(tail), grants: [], groups },
});
/** One of the analysts, whom grants go to as a group. */
export const anna = person("a001", [analystsGroup]);
/** The application that keeps copies. */
export const backup = person("b001");
export const devices = person("d001");
export const nobody = person("f001");

const deployTo = `deploy_to: { subscription: ${subscription}, resource_group: plant-prod }`;

/** A project whose principals have roles of Azure, as publishing deploys them. */
export const sources = (grants: string, also = ""): Version => versionOf(filesOf(grants, also));

const filesOf = (grants: string, also: string) => ({
  "sluice.yaml": `version: 1
project: plant
lake: { account: plantprod, roles: true, ${deployTo} }
secrets: { vault: plant-prod }
connections:
  events:
    kind: event-hubs
    namespace: plant-prod
    identity: { secret: events-connection }
    hubs: [readings]
    ${deployTo}
  serving:
    kind: cosmos
    account: plant-serving
    containers: [shop.orders, shop.*]
    ${deployTo}
principals:
  analysts: { entra: { group: grp-analysts, object_id: ${analystsGroup} } }
  backup: { entra: { service_principal: app-backup, object_id: ${backup.id} } }
  devices: { entra: { service_principal: app-devices, object_id: ${devices.id} } }
  ghost: { entra: { group: grp-ghost, object_id: ${id("0bad")} } }
environments:
  prod: {}
${also}`,
  "pipelines/access.yaml": `pipeline: access
grants:
${grants}`,
});

export const first = `  analysts:
    lake: { privileges: [select], files: true }
    connections.events.readings: [select]
  devices:
    connections.events.readings: [insert]
    connections.serving.shop.orders: [select, insert, update]
`;
export const second = `  analysts:
    connections.events.readings: [select]
  backup:
    lake: { privileges: [select], files: true }
    connections.serving.shop.*: [select]
  devices:
    connections.serving.shop.orders: [select]
`;

/** A stand-in of Azure with the hub, the accounts and the people, and whoever publishes there. */
export async function stacksCloud(others: readonly Principal[] = [], operationTime = 0) {
  const cloud = await projectCloud(
    filesOf(first, ""),
    [anna, backup, devices, nobody, ...others],
    {},
    { accounts: { plantprod: account }, resources: [hub, cosmos], operationTime },
  );
  const ask = async (method: string, path: string, who: string, body?: unknown) => {
    const isOfArm = path.startsWith("/subscriptions/");
    const token = await cloud
      .credentialOf(who)
      .token(isOfArm ? `${cloud.azure.arm}/.default` : "https://storage.azure.com/.default");
    const url = isOfArm ? `${cloud.azure.arm}${path}` : `${cloud.azure.blob}/plantprod/lake/${path}`;
    const headers = {
      ...{ authorization: `Bearer ${token}`, "content-type": "application/json", "x-ms-version": "2025-11-05" },
      ...(isOfArm ? {} : { "x-ms-blob-type": "BlockBlob" }),
    };
    const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const response = await fetch(url, { method, headers, ...sent });
    const text = await response.text();
    return { status: response.status, text };
  };
  const plan = async ({ artifacts }: Version, who = user.id) => {
    const { destination, credentialOf } = cloud;
    const [wanted, scripts] = [wantedOf(artifacts, destination), scriptsOf(artifacts, destination)];
    const readings = await servicesOf(destination, wanted, credentialOf(who), impatient).read();
    return makePlan({ sluice: "1", destination, wanted, scripts, readings });
  };
  const permissions = ({ artifacts }: Version, task: "plan" | "publish") =>
    permissionsOf(cloud.destination, wantedOf(artifacts, cloud.destination), task);
  return { ...cloud, everything: () => cloud.everything(), ask, plan, permissions };
}
