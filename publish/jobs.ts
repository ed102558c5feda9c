import { RestError } from "@azure/core-rest-pipeline";
import { projectTag } from "../compiler/emit/applications.js";
import type { Json } from "../compiler/emit/json.js";
import { CancelledSince } from "./cancelled-since.js";
import { isAsSent } from "./comparable.js";
import { type Destination, plannerTag } from "./destination.js";
import { JobRuns } from "./job-runs.js";
import type { Notes } from "./journal.js";
import { kinds } from "./kinds.js";
import type { Patience } from "./patience.js";
import { ChangedMeanwhile, gone, type Plane, type Viewer } from "./plane.js";
import { hashOf, isJsonList, isJsonRecord, isSame, textAt, valueAt } from "./records.js";
import type { Step } from "./step.js";
import { type Live, type ThingId, thingId } from "./thing.js";
import { Versions } from "./versions.js";
import type { WorkspaceClient } from "./workspace-client.js";

/** The jobs of a workspace: https://docs.databricks.com/api/azure/workspace/jobs */
export class Jobs implements Plane {
  /** The service adds to what it is sent: what it makes of it is what is to be there when the job is started. */
  private readonly versions = new Versions(
    (step) => this.readAgain(step),
    ({ kind, value }, now) => isAsSent(kind, value ?? null, now.value ?? null),
  );
  /** Those that were started by a step of ours, or may have been. */
  private readonly started = new Set<ThingId>();
  private readonly cancelled = new CancelledSince();
  private readonly runs: JobRuns;

  constructor(
    private readonly client: WorkspaceClient,
    private readonly destination: Destination,
    patience: Patience,
  ) {
    this.runs = new JobRuns(client, patience);
  }

  async read(): Promise<readonly Live[]> {
    this.versions.forget();
    this.started.clear();
    const all = await Promise.all((await this.listed()).map(async (one) => this.seen(await this.whole(one))));
    this.cancelled.read(all);
    return all;
  }

  private async listed(): Promise<readonly Json[]> {
    const jobs: Json[] = [];
    for await (const job of this.client.listed("2.1/jobs/list", "jobs", { limit: "100" })) jobs.push(job);
    return jobs;
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

  async carryOut(step: Step, notes: Notes): Promise<void> {
    const now = await this.readAgain(step);
    if (step.action === "start") return this.start(step, now, notes);
    if (step.value !== undefined && now !== undefined && isSame(now.value, step.value)) {
      if (step.action === "create") await notes.made(step.thing, now.address ?? "");
      return this.versions.found(step, now);
    }
    if (now?.version !== step.before) throw new ChangedMeanwhile(step.thing);
    const job = step.address ?? "";
    switch (step.action) {
      case "stop":
        this.cancelled.check(step.thing, await this.runs.seen(job), notes);
        return this.runs.end(job, (run) => notes.cancels(step.thing, run));
      case "create":
        return this.create(step, notes);
      case "delete":
        return gone(this.client.post("2.1/jobs/delete", { job_id: Number(job) }), () => this.readAgain(step));
      default:
        return this.update(step, job);
    }
  }

  /** What is started is what was written, or where nothing was, what the plan saw: whoever changes the job meanwhile knows nothing of us. */
  private async start(step: Step, now: Live | undefined, notes: Notes): Promise<void> {
    const { thing, after } = step;
    if (now?.address === undefined) throw new ChangedMeanwhile(thing);
    const job = now.address;
    // Whoever has started it since the plan was made did so on half of what is new.
    if (after.length > 0 && !this.started.has(thing)) await this.runs.end(job, (run) => notes.cancels(thing, run));
    await this.runs.start(job, async () => {
      this.cancelled.check(thing, await this.runs.seen(job), notes);
      const found = await this.readAgain({ ...step, address: job });
      if (found?.version !== this.versions.before(step)) throw new ChangedMeanwhile(thing);
      this.started.add(thing);
    });
    await notes.started(thing);
  }

  private async create(step: Step, notes: Notes): Promise<void> {
    const settings = isJsonRecord(step.value) ? step.value : {};
    const answer = await this.client.postOnce("2.1/jobs/create", { ...settings, ...accessTo(step.value) });
    const address = isJsonRecord(answer) ? String(answer["job_id"]) : "";
    await notes.made(step.thing, address);
    await this.versions.remember({ ...step, address });
  }

  private async update(step: Step, job: string): Promise<void> {
    const access = accessTo(step.value);
    // Before the settings, which say that it was done; they do not take it along: https://github.com/databricks/cli/issues/1328
    if (access !== undefined) await this.client.patch(`2.0/permissions/jobs/${job}`, access);
    await this.client.post("2.1/jobs/reset", { job_id: Number(job), new_settings: step.value ?? {} });
    await this.versions.remember(step);
  }

  /**
   * Administrators may view and manage all jobs: https://learn.microsoft.com/azure/databricks/security/auth/access-control/#job-acls
   * Who asks, and their groups: https://docs.databricks.com/api/azure/workspace/currentuser/me
   */
  async viewer(): Promise<Viewer> {
    const me = (await this.client.get("2.0/preview/scim/v2/Me", {})) ?? {};
    const groups = valueAt(me, "groups");
    const seesAll = isJsonList(groups) && groups.some((one) => textAt(one, "display") === "admins");
    return { name: textAt(me, "userName") ?? "", seesAll };
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
