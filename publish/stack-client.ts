import { type HttpClient, type PipelineResponse, RestError } from "@azure/core-rest-pipeline";
import type { Json } from "../compiler/emit/json.js";
import { type StackPlace, stackId } from "./destination.js";
import type { Patience } from "./patience.js";
import { isJsonList, parsed, textAt, valueAt } from "./records.js";
import { Sender } from "./sender.js";
import { until } from "./until.js";
import { wireRequest } from "./wire.js";

/** Of deployment stacks. https://learn.microsoft.com/rest/api/deploymentstacks/deployment-stacks */
const version = "2024-03-01";

/** A deployment stack of a resource group, and what it has made, by way of Azure Resource Manager. */
export class StackClient {
  private readonly sender: Sender;

  constructor(
    private readonly place: StackPlace,
    access: HttpClient,
    private readonly patience: Patience,
  ) {
    this.sender = new Sender(access, patience);
  }

  /** The stack when nothing is under way in it; undefined: there is none. */
  async ended(): Promise<Json | undefined> {
    let found: Json | undefined;
    await until(this.patience, `what is under way in the stack ${this.place.name}`, async () => {
      found = await this.at(stackId(this.place), version);
      return found === undefined || hasEnded(stateOf(found));
    });
    return found;
  }

  /** Something by its id; undefined: it is not there. Rejects where its resource group is not there. */
  async at(id: string, apiVersion: string): Promise<Json | undefined> {
    const response = await this.sender.send(wireRequest("GET", this.url(id, apiVersion)));
    const body = parsed(response.bodyAsText ?? "");
    if (response.status === 200 && body !== undefined) return body;
    const code = textAt(body, "error", "code");
    if (response.status === 404 && code !== "ResourceGroupNotFound" && code !== "SubscriptionNotFound")
      return undefined;
    throw refused(response, id);
  }

  /** Everything of a list; nothing where it is not there. */
  async list(path: string, apiVersion: string, filter?: string): Promise<readonly Json[]> {
    const found: Json[] = [];
    const filtered = filter === undefined ? "" : `&$filter=${encodeURIComponent(filter)}`;
    for (let url: string | undefined = `${this.url(path, apiVersion)}${filtered}`; url !== undefined; ) {
      const response: PipelineResponse = await this.sender.send(wireRequest("GET", url));
      if (response.status === 404) return found;
      const page = parsed(response.bodyAsText ?? "");
      const values = valueAt(page, "value");
      if (response.status !== 200 || !isJsonList(values)) throw refused(response, path);
      found.push(...values);
      url = textAt(page, "nextLink");
    }
    return found;
  }

  /** The other stacks of the resource group. https://learn.microsoft.com/azure/azure-resource-manager/bicep/deployment-stacks#view-managed-resources-in-deployment-stack */
  async others(): Promise<readonly Json[]> {
    const own = stackId(this.place);
    const names = (await this.list(own.slice(0, own.lastIndexOf("/")), version))
      .map((one) => textAt(one, "id") ?? "")
      .filter((id) => id.toLowerCase() !== own.toLowerCase());
    // Each is asked for itself: that a list says what they have no page promises.
    const found = await Promise.all(names.map((id) => this.at(id, version)));
    return found.filter((one) => one !== undefined);
  }

  /** Deploys a template as the stack: what the stack has and the template does not say is deleted. Rejects if that fails. */
  async deploy(template: Json): Promise<void> {
    const body = {
      properties: {
        template,
        parameters: {},
        actionOnUnmanage: { resources: "delete", resourceGroups: "detach", managementGroups: "detach" },
        denySettings: { mode: "none" },
      },
    };
    let accepted: PipelineResponse | undefined;
    await until(this.patience, `the stack ${this.place.name} to take a template`, async () => {
      const response = await this.sender.send(wireRequest("PUT", this.url(stackId(this.place), version), { body }));
      // One of ours whose answer was lost, or somebody's: it is asked again when that has ended.
      if (response.status !== 409 || codeOf(response) !== "DeploymentStackInNonTerminalState") accepted = response;
      else await this.ended();
      return accepted !== undefined;
    });
    if (accepted === undefined || accepted.status >= 300) throw refused(accepted, this.place.name);
    await this.operationEnded(accepted.headers.get("azure-asyncoperation"));
    const found = await this.ended();
    if (found !== undefined && stateOf(found) === "succeeded") return;
    const state = found === undefined ? "deleted" : stateOf(found);
    throw new Error(
      `${this.place.name} ended ${state}: ${[...new Set([...reasonsOf(found), ...(await this.failuresOf(found))])].join("; ")}`,
    );
  }

  /**
   * Whoever has roles at the resource group alone may not be let look at an operation, which is the subscription's: the stack tells its
   * state too. https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations
   */
  private async operationEnded(url: string | undefined): Promise<void> {
    if (url === undefined) return;
    await until(this.patience, `the deployment of the stack ${this.place.name}`, async () => {
      const response = await this.sender.send(wireRequest("GET", url));
      if (response.status === 403 || response.status === 404) return true;
      if (response.status >= 300) throw refused(response, this.place.name);
      return hasEnded((textAt(parsed(response.bodyAsText ?? ""), "status") ?? "").toLowerCase());
    });
  }

  /**
   * What each resource failed with: the stack's own error often says only that some did. Whoever may not look goes without.
   * https://learn.microsoft.com/rest/api/resources/deployment-operations/list
   */
  private async failuresOf(stack: Json | undefined): Promise<readonly string[]> {
    const deployment = textAt(stack, "properties", "deploymentId");
    if (deployment === undefined) return [];
    const operations = await this.list(`${deployment}/operations`, "2021-04-01").catch(() => []);
    return operations
      .filter((one) => textAt(one, "properties", "provisioningState")?.toLowerCase() === "failed")
      .map((one) => {
        const error = valueAt(one, "properties", "statusMessage", "error");
        return `${textAt(one, "properties", "targetResource", "id") ?? "a resource"}: ${wordsOf(error)}`;
      });
  }

  private url(id: string, apiVersion: string): string {
    return `${this.place.endpoint}${encodeURI(id)}?api-version=${apiVersion}`;
  }
}

/** What a stack has made. What a deployment was to delete and could not is told as failed, and is there. */
export const idsIn = (stack: Json | undefined): readonly string[] =>
  ["resources", "failedResources"].flatMap((key) => {
    const listed = valueAt(stack, "properties", key);
    return isJsonList(listed) ? listed.flatMap((one) => textAt(one, "id") ?? []) : [];
  });

const hasEnded = (state: string): boolean => ["succeeded", "failed", "canceled"].includes(state);

const stateOf = (stack: Json): string => (textAt(stack, "properties", "provisioningState") ?? "").toLowerCase();

const codeOf = ({ bodyAsText }: PipelineResponse): string | undefined =>
  textAt(parsed(bodyAsText ?? ""), "error", "code");

/** Why a deployment failed. What could not be deleted says why by itself. */
function reasonsOf(stack: Json | undefined): readonly string[] {
  const stuck = valueAt(stack, "properties", "failedResources");
  return [
    wordsOf(valueAt(stack, "properties", "error")),
    ...(isJsonList(stuck) ? stuck.map((one) => `${textAt(one, "id")}: ${wordsOf(valueAt(one, "error"))}`) : []),
  ];
}

/** Code and message, and those of what is below: an error of a stack only says that a deployment failed, and that which resource did. */
export function wordsOf(error: Json | undefined): string {
  const own = [textAt(error, "code"), textAt(error, "message")].filter((one) => one !== undefined).join(" ");
  const details = valueAt(error, "details");
  const below = isJsonList(details) ? details.map(wordsOf).filter((one) => one !== "") : [];
  return [own === "" ? "no reason is told" : own, ...new Set(below)].join("; ");
}

function refused(response: PipelineResponse | undefined, what: string): Error {
  if (response === undefined) return new Error(`${what}: no answer`);
  const error = valueAt(parsed(response.bodyAsText ?? ""), "error");
  const words = error === undefined ? (response.bodyAsText ?? "").slice(0, 2000) : wordsOf(error);
  const { status: statusCode, request } = response;
  return new RestError(`${what}: ${statusCode} ${words}`, { statusCode, response, request });
}
