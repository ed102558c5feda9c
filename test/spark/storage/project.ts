import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compile } from "../../../compiler/compile.js";
import { drain, type Session } from "../../../local/drain.js";
import { loadJob } from "../../../local/job.js";
import { type RunRequest, runJob } from "../../../local/run.js";
import { wavesOf } from "../../../local/waves.js";
import { targets } from "../../../targets/index.js";
import { memoryHost } from "../../golden.js";

/** A project whose YAML and input change while its state stays: as it is changed, so it is drained, on one Spark. */
export class ChangingProject {
  readonly folder = mkdtempSync(join(tmpdir(), "sluice-storage-"));
  private versions = 0;

  /** Adds a file of readings, which is drained as a wave of its own. */
  readings(name: string, lines: readonly string[]): void {
    mkdirSync(join(this.folder, "data"), { recursive: true });
    writeFileSync(join(this.folder, "data", name), `${lines.join("\n")}\n`);
  }

  /** Compiles a version of the project. */
  request(yaml: string): RunRequest {
    const [project = "", pipeline = ""] = yaml.split("---\n");
    const { artifacts, diagnostics } = compile(
      memoryHost({ "sluice.yaml": project, "pipelines/pipeline.yaml": pipeline }),
      targets,
    );
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
    this.versions += 1;
    const artifactsDir = join(this.folder, `artifacts-${this.versions}`);
    for (const { path, body } of artifacts) {
      mkdirSync(dirname(join(artifactsDir, path)), { recursive: true });
      writeFileSync(join(artifactsDir, path), body);
    }
    return { artifactsDir, projectDir: this.folder, stateDir: join(this.folder, "state"), rate: "max" };
  }

  /** Starts the engines, drains the first version, and gives the session to what follows. */
  async run(yaml: string, then: (session: Session) => Promise<void>): Promise<void> {
    const { failure } = await runJob(this.request(yaml), then);
    if (failure) throw new Error(failure.traceback);
  }

  /** Drains the input through another version; the message of the notebook that fails, if one does. */
  async again(yaml: string, session: Session): Promise<string | undefined> {
    const request = this.request(yaml);
    const job = await loadJob(request.artifactsDir);
    const waves = await wavesOf(job.feeds, request.projectDir, {});
    const { failure } = await drain({ request, job, waves, session, progress: () => {} });
    return failure?.error;
  }
}
