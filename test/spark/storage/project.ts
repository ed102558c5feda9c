import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compile } from "../../../compiler/compile.js";
import type { Change } from "../../../compiler/lock/next-lock.js";
import { drain, type Session } from "../../../local/drain.js";
import { loadJob } from "../../../local/job.js";
import type { RunRequest } from "../../../local/request.js";
import { runJob } from "../../../local/run.js";
import { wavesOf } from "../../../local/waves.js";
import { targets } from "../../../targets/index.js";
import { memoryHost } from "../../golden.js";
import { keptRunner } from "../kept.js";

/** A project whose YAML and input change while its state and its lock stay: as it is changed, so it is drained, on one Spark. */
export class ChangingProject {
  // What a folder's name may hold, and what Java, Spark and Kafka each read in a way of their own.
  readonly folder = mkdtempSync(join(tmpdir(), "sluice größe "));
  private versions = 0;
  /** What stands in sluice.lock after the last version. */
  private lock: string | undefined;

  /** Adds a file of readings, which is drained as a wave of its own. */
  readings(name: string, lines: readonly string[]): void {
    mkdirSync(join(this.folder, "data"), { recursive: true });
    writeFileSync(join(this.folder, "data", name), `${lines.join("\n")}\n`);
  }

  /** Compiles a version of the project. `job`: needed if there are several. */
  request(yaml: string, job?: string): RunRequest {
    return this.compiled(yaml, job).request;
  }

  /** The same, with what has become of each query since the last version. */
  compiled(yaml: string, job?: string): { readonly request: RunRequest; readonly changes: readonly Change[] } {
    const [project = "", ...pipelines] = yaml.split("---\n");
    const files = { "sluice.yaml": project, "pipelines/pipeline.yaml": pipelines.join("---\n") };
    const { artifacts, diagnostics, lock } = compile(
      memoryHost(this.lock === undefined ? files : { ...files, "sluice.lock": this.lock }),
      targets,
    );
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
    this.lock = lock?.text;
    this.versions += 1;
    const artifactsDir = join(this.folder, `artifacts-${this.versions}`);
    for (const { path, body } of artifacts) {
      mkdirSync(dirname(join(artifactsDir, path)), { recursive: true });
      writeFileSync(join(artifactsDir, path), body);
    }
    const request = {
      artifactsDir,
      projectDir: this.folder,
      stateDir: join(this.folder, "state"),
      rate: "max",
    } as const;
    return { request: job === undefined ? request : { ...request, job }, changes: lock?.changes ?? [] };
  }

  /** Has the engines start, drains the first version, and gives the session to what follows. */
  async run(yaml: string, then: (session: Session) => Promise<void>, job?: string): Promise<void> {
    const { failure } = await runJob({ ...this.request(yaml, job), runner: await keptRunner() }, then);
    if (failure) throw new Error(failure.traceback);
  }

  /** Drains the input through another version; the message of the notebook that fails, if one does. */
  async again(yaml: string, session: Session): Promise<string | undefined> {
    return this.drained(this.request(yaml), session);
  }

  /** The same with a version that is compiled already. */
  async drained(request: RunRequest, session: Session): Promise<string | undefined> {
    const job = await loadJob(request.artifactsDir, request.job);
    const waves = await wavesOf(job.feeds, request.projectDir, {});
    const { failure } = await drain({ request, job, waves, session, progress: () => {} });
    return failure?.error;
  }
}
