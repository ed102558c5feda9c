import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonValue } from "../adf/json.js";
import { type Reader, readerOf } from "../adf/reader.js";
import { secondsOf } from "../adf/time-span.js";

/** An app of Azure Functions in Python, by its own files, as it is deployed. */
export interface FunctionApp {
  readonly folder: string;
  readonly functions: readonly AppFunction[];
  /** How long a function may take, in seconds; undefined: as long as it likes. */
  readonly seconds: number | undefined;
  /** What `local.settings.json` gives it here; in the cloud these are the app's settings. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface AppFunction {
  readonly name: string;
  /** Its Python file. */
  readonly script: string;
  /** The function in it that is called. */
  readonly entry: string;
  readonly trigger: TimerTrigger | HttpTrigger;
}

interface Trigger {
  /** By which the entry takes it. */
  readonly argument: string;
}

export interface TimerTrigger extends Trigger {
  readonly kind: "timer";
  /** With seconds in front: `0 0 5 * * *`. */
  readonly schedule: string;
}

export interface HttpTrigger extends Trigger {
  readonly kind: "http";
  /** Whose key is wanted: anybody's, the function's or the app's, or the master's. */
  readonly level: "anonymous" | "function" | "admin";
  /** In upper case; undefined: any. */
  readonly methods: readonly string[] | undefined;
}

/**
 * Reads an app whose functions have a `function.json` each. Whatever in it is not done on this machine is an error that names it.
 * https://learn.microsoft.com/azure/azure-functions/functions-reference-python?pivots=python-mode-configuration
 */
export function readFunctionApp(folder: string): FunctionApp {
  const problems: string[] = [];
  const names = namesIn(folder);
  const app = {
    folder,
    seconds: readHost(jsonReader(join(folder, "host.json"), problems)),
    functions: names.map((name) => readFunction(folder, name, problems)),
    settings: names.length > 0 ? readSettings(jsonReader(join(folder, "local.settings.json"), problems)) : {},
  };
  if (names.length === 0)
    problems.push(`${folder}: there is no function in it, that is no folder with a 'function.json'.`);
  if (problems.length > 0)
    throw new Error(`The function app cannot be run on this machine:\n${problems.map((one) => `  ${one}\n`).join("")}`);
  return app;
}

/**
 * How long a function may take, in seconds: where the app does not say it, five minutes, as on a Consumption plan; `-1`, which that plan
 * does not take, is without end.
 * https://learn.microsoft.com/azure/azure-functions/functions-host-json#functiontimeout
 * Only what changes what is done here is looked at: routes have no other prefix than `api`.
 */
function readHost(host: Reader): number | undefined {
  host.only("version", ["2.0"]);
  host.ignore("extensionBundle", "logging");
  const text = host.optionalText("functionTimeout") ?? "00:05:00";
  const seconds = secondsOf(text);
  if (seconds === undefined && text !== "-1")
    host.problem(`'functionTimeout' must be a time like '00:05:00', or '-1' for no end; it is '${text}'.`);
  host.done();
  return seconds;
}

function readSettings(file: Reader): Readonly<Record<string, string>> {
  file.only("IsEncrypted", [false]);
  file.ignore("Host", "ConnectionStrings");
  const values = file.object("Values");
  file.done();
  if (values.text("FUNCTIONS_WORKER_RUNTIME") !== "python")
    values.problem("only functions in Python are run on this machine.");
  return Object.fromEntries(values.names().map((name) => [name, values.text(name)]));
}

function readFunction(folder: string, name: string, problems: string[]): AppFunction {
  const file = jsonReader(join(folder, name, "function.json"), problems);
  file.only("disabled", [false]);
  const script = join(folder, name, file.optionalText("scriptFile") ?? "__init__.py");
  const entry = file.optionalText("entryPoint") ?? "main";
  const [trigger = noTrigger, ...others] = file.list("bindings").flatMap((binding) => readBinding(binding));
  if (trigger === noTrigger || others.length > 0) file.problem("a function has one trigger.");
  file.done();
  return { name, script, entry, trigger };
}

const noTrigger: TimerTrigger = { kind: "timer", argument: "", schedule: "" };

function readBinding(binding: Reader): readonly (TimerTrigger | HttpTrigger)[] {
  const type = binding.text("type");
  if (!["timerTrigger", "httpTrigger", "http"].includes(type)) {
    binding.problem(`bindings of the type '${type}' are not done on this machine.`);
    return [];
  }
  binding.ignore("dataType");
  const argument = binding.text("name");
  binding.only("direction", [type === "http" ? "out" : "in"]);
  const trigger = triggerOf(type, argument, binding);
  binding.done();
  return trigger ? [trigger] : [];
}

function triggerOf(type: string, argument: string, binding: Reader): TimerTrigger | HttpTrigger | undefined {
  if (type === "timerTrigger") {
    binding.ignore("useMonitor", "runOnStartup");
    return { kind: "timer", argument, schedule: binding.text("schedule") };
  }
  if (type !== "httpTrigger") return undefined;
  const methods = binding.optional("methods");
  return {
    kind: "http",
    argument,
    // https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-trigger#configuration
    level: binding.has("authLevel") ? binding.only("authLevel", ["function", "anonymous", "admin"]) : "function",
    methods: Array.isArray(methods) ? methods.map((one) => String(one).toUpperCase()) : undefined,
  };
}

function jsonReader(path: string, problems: string[]): Reader {
  return readerOf(read(path), path, problems);
}

function read(path: string): JsonValue | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  const entries = listed(folder).filter((entry) => entry.isDirectory());
  return entries
    .map(({ name }) => name)
    .filter((name) => listed(join(folder, name)).some((file) => file.name === "function.json"))
    .sort();
}

function listed(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
