import { lanes } from "../local/engines/versions.js";
import type { CommandSpec } from "./arguments.js";

/** What `sluice run` is told. */
export const runSpec: CommandSpec = {
  summary: "Compiles the project and runs it on this machine",
  details:
    "Real engines, no Azure: the generated notebooks run on Spark with Delta, event hubs are topics of a Kafka broker.\nA run sends all that the producers' files hold, wave after wave, and ends when everything is drained. With --continuous it runs as in\nthe cloud until Ctrl-C: files are sent at their rate and waited for (one that is added must have a later name), Capture files are cut\nby time and size, and all queries run side by side in their declared rhythms. Ctrl-C stops the producers and drains what is there; a\nsecond one stops at once, and the next run goes on from there.",
  options: {
    project: {
      kind: "text",
      value: "DIR",
      description: "The project's folder; default: the nearest one upward that has a sluice.yaml",
    },
    env: {
      kind: "text",
      value: "NAME",
      description: "The environment, one that is 'on: this-machine'",
      default: "local",
    },
    job: {
      kind: "text",
      value: "NAME",
      description: "The job (a pipeline's name); needed where there are several and no master runs them all",
    },
    rate: {
      kind: "text",
      value: "N|max",
      description: "Events per second; default: what each source declares",
      shape: {
        pattern: /^((?!0+(\.0+)?$)\d+(\.\d+)?|max)$/,
        expected: "a number of events per second above 0, or 'max'",
      },
    },
    input: {
      kind: "list",
      value: "SOURCE=FILE",
      description: "A file to send instead of the one that the source declares",
      shape: { pattern: /^[^=]+=.+$/, expected: "a source's name, '=' and a file" },
    },
    spark: {
      kind: "text",
      value: "RELEASE",
      choices: Object.keys(lanes),
      description:
        "The release of Spark; with -connect notebooks reach it through Spark Connect, as with Databricks' standard access mode",
      default: "3.5",
    },
    continuous: { kind: "flag", description: "Goes on until Ctrl-C, all queries side by side" },
    fresh: { kind: "flag", description: "Forgets what earlier runs left" },
    state: {
      kind: "text",
      value: "DIR",
      description:
        "Where the lake and the artifacts stand; default: '.sluice/local' in the project's folder (one for each environment and release of Spark)",
    },
  },
};
