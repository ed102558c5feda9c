import type { Arguments, CommandSpec, OptionSpec } from "./arguments.js";
import { localSpec } from "./local-options.js";
import { querySpec } from "./query-options.js";
import type { Outcome } from "./refusal.js";
import { runSpec } from "./run-options.js";
import type { World } from "./world.js";

/** A command's words, and where its work is: loaded only when it is asked for. */
export interface Command extends CommandSpec {
  load(): Promise<{ run(given: Arguments, world: World): Outcome | Promise<Outcome> }>;
}

const project: OptionSpec = {
  kind: "text",
  value: "DIR",
  description: "The project's folder; default: the nearest one upward that has a sluice.yaml",
};
const env: OptionSpec = { kind: "list", value: "NAME", description: "Only this environment" };
const format: OptionSpec = {
  kind: "text",
  value: "text|json|sarif",
  choices: ["text", "json", "sarif"],
  default: "text",
  description: "How findings are printed",
};

const watch: OptionSpec = {
  kind: "flag",
  description: "Does it again after each change of the project's files, until Ctrl-C",
};

const oneEnvironment: OptionSpec = {
  kind: "text",
  value: "NAME",
  description: "The environment; default: the only one in Azure",
};
const sql: OptionSpec = {
  kind: "text",
  value: "direct",
  choices: ["direct"],
  description:
    "Scripts in T-SQL are run in their databases by publishing itself, as whoever publishes (docs/publishing.md)",
};
const who =
  "Who publishes\nis found as Azure's tools do it (az login, a managed or workload identity, AZURE_… variables), or is the holder of the token in\nSLUICE_TOKEN. SLUICE_ARM, SLUICE_DATABRICKS, SLUICE_SYNAPSE, SLUICE_BLOB, SLUICE_DFS and SLUICE_VAULT are the services' addresses in other clouds, or of\na stand-in, SLUICE_POSTGRES, SLUICE_REDIS, SLUICE_CASSANDRA and SLUICE_SQL those of servers on this machine that stand in for\nthose of PostgreSQL, of Redis and of Cassandra, and for all that are asked in T-SQL.";
const services = `What is published is what stands in 'generated', and only if the project compiles to exactly that. ${who}`;

/** Every command, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  init: {
    summary: "Writes a small working project",
    positional: { name: "DIR", description: "Where; default: here" },
    options: {},
    load: () => import("./commands/init.js"),
  },
  validate: {
    summary: "Checks the project and writes nothing",
    options: { project, env, format, watch },
    load: () => import("./commands/validate.js"),
  },
  compile: {
    summary: "Checks the project and writes what it compiles to",
    details:
      "Only files that changed are written. Files that are not sluice's own (see manifest.json in the output folder), or that were\nedited since, are never touched: then nothing is written at all. Beside the project's sluice.yaml stands sluice.lock, which says what\nthe checkpoint of each query depends on: commit it. It is not written with --out.\nWhat is remembered of the last time (.sluice/cache) is not compiled again: nothing of a project that is as it was, and of one where only\nwhat is said of tables, or what their rows are, was edited, what hangs together with that. With --check all is compiled.",
    options: {
      project,
      env,
      format,
      watch,
      out: {
        kind: "text",
        value: "DIR",
        description: "The output folder; default: 'generated' in the project's folder",
      },
      check: {
        kind: "flag",
        description: "Writes nothing; fails if the output folder or sluice.lock is not what the project compiles to",
      },
    },
    load: () => import("./commands/compile.js"),
  },
  diff: {
    summary: "Shows what has become of each query's checkpoint since a lock or a commit, and why; writes nothing",
    details:
      "For each query: whether it goes on in place, begins with a new checkpoint and reads all again, or is refused until somebody consents\nby raising 'backfill'; the clause that caused it, what is read again, what may be there twice, and who follows (docs/state.md).",
    options: {
      project,
      against: {
        kind: "text",
        value: "COMMIT|FILE",
        description:
          "What is compared with: a commit, branch or tag of git, or a file that is a lock; default: sluice.lock",
      },
      format: {
        kind: "text",
        value: "text|json",
        choices: ["text", "json"],
        default: "text",
        description: "How it is printed",
      },
    },
    load: () => import("./commands/diff.js"),
  },
  plan: {
    summary: "Shows what publishing to an environment would do; only reads",
    details: `${services}\nExit codes: 0; 1 if it cannot be published; with --detailed-exitcode 3 if there is a step to do (scripts that people run are none).`,
    options: {
      project,
      env: oneEnvironment,
      sql,
      out: { kind: "text", value: "FILE", description: "Also writes the plan there, to be given to 'sluice publish'" },
      format: {
        kind: "text",
        value: "text|json|markdown",
        choices: ["text", "json", "markdown"],
        default: "text",
        description: "How the plan is printed",
      },
      "skip-empty": {
        kind: "flag",
        description: "With --out: leaves no file there if publishing has nothing to do, so that nobody is asked",
      },
      "detailed-exitcode": { kind: "flag", description: "Ends with 3 if there is a step to do" },
    },
    load: () => import("./commands/plan.js"),
  },
  status: {
    summary: "Shows what of the project runs in an environment; only reads",
    details: `Of each pipeline the last run, and why it failed; of each trigger whether it fires; of each job that is to be kept running whether it\ndoes, and if not, who or what has ended it. What the sources say is not compared: 'sluice plan' does that; only sluice.yaml is read. Who plans may ask\n(sluice permissions --for plan). ${who}\nExit codes: 0; 1 if it cannot be asked; with --detailed-exitcode 3 if a pipeline's last run failed, a job does not run that nobody has\nstopped or may not be viewed, or a trigger gets no events.`,
    options: {
      project,
      env: oneEnvironment,
      format: {
        kind: "text",
        value: "text|json",
        choices: ["text", "json"],
        default: "text",
        description: "How it is printed",
      },
      "detailed-exitcode": { kind: "flag", description: "Ends with 3 if something failed or does not run" },
    },
    load: () => import("./commands/status.js"),
  },
  publish: {
    summary: "Makes an environment what the project compiles to",
    details: `${services}\nA PLAN that was written by 'sluice plan --out' is carried out as it is, or, if anything that it rests on has changed, not at all.\nWithout one a plan is made and shown, and 'yes' is asked for. Broken off anywhere, it is given again and goes on from there.`,
    positional: { name: "PLAN", description: "A plan's file; default: makes one and asks" },
    options: {
      project,
      env: oneEnvironment,
      sql,
      yes: { kind: "flag", description: "Does not ask" },
      allow: { kind: "list", value: "STEP", description: "A step of the plan that may lose what it loses" },
    },
    load: () => import("./commands/publish.js"),
  },
  rollback: {
    summary: "Makes an environment what it was after an earlier publishing",
    details: `Each publishing keeps a release in the lake, whole: ID is one of them, and without one they are listed. Only things of the services
go back: data, checkpoints and marks stay as they are. The plan is shown, and 'yes' is asked for. Broken off anywhere, it is given
again and goes on from there. ${who}`,
    positional: { name: "ID", description: "A release; default: lists them, the latest first" },
    options: {
      project,
      env: oneEnvironment,
      sql,
      yes: { kind: "flag", description: "Does not ask" },
      allow: { kind: "list", value: "STEP", description: "A step of the plan that may lose what it loses" },
    },
    load: () => import("./commands/rollback.js"),
  },
  destroy: {
    summary: "Takes everything of the project out of an environment's services; data stays",
    details: `Triggers stop first, and what others made stays as it is. Tables, checkpoints and what landed stay in the lake, and marks in the
control database: published again, the project goes on from there. The plan is shown, and the environment's name is asked for.
Broken off anywhere, it is given again and goes on from there. ${who}`,
    options: {
      project,
      env: oneEnvironment,
      yes: { kind: "flag", description: "Does not ask" },
      allow: { kind: "list", value: "STEP", description: "A step of the plan that may lose what it loses" },
    },
    load: () => import("./commands/destroy.js"),
  },
  permissions: {
    summary: "Prints what somebody must be allowed to do who publishes to an environment, or only plans",
    details: "The role definitions are what 'az role definition create --role-definition' takes.",
    options: {
      project,
      env: oneEnvironment,
      sql,
      for: {
        kind: "text",
        value: "plan|publish",
        choices: ["plan", "publish"],
        default: "publish",
        description: "What is to be done: to plan is only to read, to publish is to plan as well",
      },
    },
    load: () => import("./commands/permissions.js"),
  },
  explain: {
    summary:
      "Shows what a source, table or sink comes to: defaults, lineage, when results appear, artifacts; and who may do what",
    details:
      "SELECTOR is a reference as in the YAML (silver.readings, other/gold.sales), or the path of an artifact, which leads back to the\nYAML, or the word grants: who may read and change what. Without one, everything that can be explained is listed.",
    positional: { name: "SELECTOR", description: "What; default: a list of what there is" },
    options: {
      project,
      defaults: { kind: "flag", description: "Only the values that the YAML does not give" },
    },
    load: () => import("./commands/explain.js"),
  },
  doctor: {
    summary: "Shows whether this machine has what 'sluice run' needs",
    options: {},
    load: () => import("./commands/doctor.js"),
  },
  run: { ...runSpec, load: () => import("./commands/run.js") },
  query: { ...querySpec, load: () => import("./commands/query.js") },
  local: { ...localSpec, load: () => import("./commands/local.js") },
  schema: {
    summary: "Prints the JSON Schema of a kind of file, or makes a file under 'schemas/' of a list of columns",
    details:
      "'import' reads the list, which is CSV with a header or JSON, from standard input: what the database's information_schema says, by the query in docs/databases.md. A file that is there stays as it is.",
    positional: {
      name: "project|pipeline|database|import",
      description: "Which; default: pipeline. 'database': a file under 'schemas/'",
      choices: ["project", "pipeline", "database", "import"],
    },
    options: {
      project,
      connection: { kind: "text", value: "NAME", description: "With 'import': the connection whose tables are listed" },
      out: {
        kind: "text",
        value: "FILE",
        description: "With 'import': where it is written; default: schemas/NAME.yaml",
      },
    },
    load: () => import("./commands/schema.js"),
  },
};
