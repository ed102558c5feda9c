import { RestError } from "@azure/core-rest-pipeline";
import type { Json } from "../compiler/emit/json.js";
import { type Destination, plannerTag, projectTag } from "./destination.js";
import { JobRuns } from "./job-runs.js";
import { kinds } from "./kinds.js";
import type { Patience } from "./patience.js";
import { ChangedMeanwhile, gone, type Plane } from "./plane.js";
import { hashOf, isJsonList, isJsonRecord, isSame, textAt, valueAt } from "./records.js";
import type { Step } from "./step.js";
import { type Live, type ThingId, thingId } from "./thing.js";
import type { WorkspaceClient } from "./workspace-client.js";

/** The jobs of a workspace: https://docs.databricks.com/api/azure/workspace/jobs */
export class Jobs implements Plane {
  /** The numbers of those that were made by it. */
  private readonly made = new Map<ThingId, string>();
  private readonly runs: JobRuns;

  constructor(
    private readonly client: WorkspaceClient,
    private readonly destination: Destination,
    patience: Patience,
  ) {
    this.runs = new JobRuns(client, patience);
  }

  async read(): Promise<readonly Live[]> {
    return Promise.all((await this.listed()).map(async (one) => this.seen(await this.whole(one))));
  }

  private async listed(): Promise<readonly Json[]> {
    const listed: Json[] = [];
    for (let token: string | undefined = ""; token !== undefined; ) {
      const page: Json | undefined = await this.client.get("2.1/jobs/list", {
        limit: "100",
        ...(token === "" ? {} : { page_token: token }),
      });
      const jobs = valueAt(page, "jobs");
      if (isJsonList(jobs)) listed.push(...jobs);
      token = textAt(page, "next_page_token") || undefined;
    }
    return listed;
  }

  /** A list holds only parts; what is not ours is not read any further. */
  private async whole(listed: Json): Promise<Live> {
    const found = this.liveOf(listed);
    if (!found.isMarked) return { ...found, value: undefined };
    return this.liveOf((await this.client.get("2.1/jobs/get", { job_id: found.address ?? "" })) ?? listed);
  }

  /** Of others' jobs nothing more is asked. */
  private async seen(one: Live): Promise<Live> {
    return one.isMarked ? { ...one, ...(await this.runs.seen(one.address ?? "")) } : one;
  }

  async readAgain({ address, name }: Step): Promise<Live | undefined> {
    if (address === undefined) {
      const found = (await this.listed()).find((one) => {
        const live = this.liveOf(one);
        return live.isMarked && live.name === name;
      });
      return found === undefined ? undefined : this.whole(found);
    }
    const job = await this.client.get("2.1/jobs/get", { job_id: address });
    return job === undefined ? undefined : this.liveOf(job);
  }

  async carryOut(step: Step): Promise<void> {
    const now = await this.readAgain(step);
    if (step.action === "start") {
      if (now?.address === undefined) throw new ChangedMeanwhile(step.thing);
      // What was changed by us is another one by now.
      return this.runs.start(now.address);
    }
    if (step.value !== undefined && now !== undefined && isSame(now.value, step.value)) return;
    if (now?.version !== step.before) throw new ChangedMeanwhile(step.thing);
    const job_id = Number(step.address);
    if (step.action === "stop") await this.runs.stop(String(job_id));
    const access = accessTo(step.value);
    if (step.action === "create") {
      const settings = isJsonRecord(step.value) ? step.value : {};
      const answer = await this.client.postOnce("2.1/jobs/create", { ...settings, ...access });
      if (isJsonRecord(answer)) this.made.set(step.thing, String(answer["job_id"]));
    }
    if (step.action === "update") {
      // Before the settings, which say that it was done; they do not take it along: https://github.com/databricks/cli/issues/1328
      if (access !== undefined) await this.client.patch(`2.0/permissions/jobs/${step.address}`, access);
      await this.client.post("2.1/jobs/reset", { job_id, new_settings: step.value ?? {} });
    }
    if (step.action === "delete")
      await gone(this.client.post("2.1/jobs/delete", { job_id }), () => this.readAgain(step));
  }

  addressOf(thing: ThingId): string | undefined {
    return this.made.get(thing);
  }

  async isHidden(address: string): Promise<boolean> {
    try {
      await this.client.get("2.1/jobs/get", { job_id: address });
      return false;
    } catch (error) {
      if (error instanceof RestError && error.statusCode === 403) return true;
      throw error;
    }
  }

  private liveOf(job: Json): Live {
    const settings = valueAt(job, "settings") ?? {};
    const name = textAt(settings, "name") ?? "";
    const id = isJsonRecord(job) ? String(job["job_id"]) : "";
    const isMarked = textAt(settings, "tags", projectTag) === this.destination.project;
    return {
      // Names need not be unique: what is not ours is told apart by its number.
      id: isMarked ? thingId(kinds.job, name) : `${thingId(kinds.job, name)}#${id}`,
      kind: kinds.job,
      name,
      value: settings,
      version: hashOf(settings),
      state: undefined,
      isMarked,
      address: id,
    };
  }
}

/**
 * Who is let look, beside who may already. A workspace lists a job only to those who may view it:
 * https://learn.microsoft.com/azure/databricks/security/auth/access-control/#job-acls
 */
function accessTo(settings: Json | undefined): { readonly access_control_list: Json } | undefined {
  const planner = textAt(settings, "tags", plannerTag);
  if (planner === undefined) return undefined;
  return { access_control_list: [{ service_principal_name: planner, permission_level: "CAN_VIEW" }] };
}
