import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { SecretRef } from "../../compiler/ir/secret.js";
import { type Activity, after, type Dependency, when } from "./activity.js";
import { askEnvironment, ofEnvironment } from "./environment.js";
import { call, type Expression, evaluated, number, outputOf, quoted, run } from "./expression.js";
import { errorsOf, type Variables } from "./failure-errors.js";
import { failureNames, vaultParameter } from "./names.js";
import { shortPolicy } from "./policy.js";
import { isOfWorkspace } from "./service.js";

/** What tells of a failure, and the variables that it needs. */
export interface Telling {
  readonly activities: readonly Activity[];
  readonly variables: Variables;
}

/**
 * Tells of a failure, and fails: with a handler alone the run would count as one that succeeded. The last activity is waited for,
 * which fails, or is skipped because one before it has failed; each of several that failed would wait for all to fail.
 *
 * In a workspace the vault's address is what the environment's pipeline returns, which is asked again: the call of it may be what has
 * failed, and is tried once only. Where it fails both times the run fails, and nobody is told.
 * https://learn.microsoft.com/azure/data-factory/tutorial-pipeline-failure-error-handling#generic-error-handling
 */
export function onFailure(activities: readonly Activity[], webhook: SecretRef, project: ProjectIr): Telling {
  const { allDone, tell, fail } = failureNames;
  const own = activities.map(({ name }) => name);
  const followed = new Set(activities.flatMap(({ dependsOn }) => dependsOn.map(({ activity }) => activity)));
  const ends = own.filter((name) => !followed.has(name));
  const [only] = ends;
  const isOne = ends.length === 1 && only !== undefined;
  const hasFailed = [when(isOne ? only : allDone, "Failed", "Skipped")];
  const home = isOfWorkspace(project) ? "workspace" : "factory";
  const { error, gathering, variables } = errorsOf(own, hasFailed, (all) => bodyOf(all, home));
  const told: Activity = {
    name: tell,
    type: "WebActivity",
    dependsOn: after(failureNames.address, ...gathering.map(({ name }) => name)),
    policy: { ...shortPolicy(10), secureInput: true, secureOutput: true },
    userProperties: [],
    typeProperties: {
      method: "POST",
      url: evaluated(outputOf(failureNames.address, "value")),
      headers: { "Content-Type": "application/json" },
      body: evaluated(bodyOf(error, home)),
    },
  };
  const failing: Activity = {
    name: fail,
    type: "Fail",
    // Also where nobody could be told; but not where nothing has failed, when what tells is skipped too.
    dependsOn: [...hasFailed, when(tell, "Completed", "Skipped")],
    userProperties: [],
    typeProperties: { message: evaluated(error), errorCode: "failed" },
  };
  return {
    activities: [
      ...(isOne ? [] : [waitFor(ends)]),
      ...gathering,
      ...addressOf(webhook, hasFailed, project),
      told,
      failing,
    ],
    variables,
  };
}

/** Asks the vault for the address of who is told. */
function addressOf(webhook: SecretRef, hasFailed: readonly Dependency[], project: ProjectIr): readonly Activity[] {
  const { address, environment } = failureNames;
  const asked = isOfWorkspace(project) ? [askEnvironment(environment, hasFailed, project)] : [];
  return [
    ...asked,
    {
      name: address,
      type: "WebActivity",
      description: `The ${isOfWorkspace(project) ? "workspace" : "factory"}'s identity needs the role 'Key Vault Secrets User'.`,
      dependsOn: asked.length > 0 ? after(environment) : hasFailed,
      policy: { ...shortPolicy(10), secureOutput: true },
      userProperties: [],
      // https://learn.microsoft.com/azure/data-factory/how-to-use-azure-key-vault-secrets-pipeline-activities
      typeProperties: {
        method: "GET",
        url: evaluated(
          call(
            "concat",
            ofEnvironment(vaultParameter(project), project, environment),
            quoted(`secrets/${webhook.secret}?api-version=7.4`),
          ),
        ),
        authentication: { type: "MSI", resource: "https://vault.azure.net" },
      },
    },
  ];
}

/** Something that ends when all have succeeded, or is skipped. */
const waitFor = (activities: readonly string[]): Activity => ({
  name: failureNames.allDone,
  type: "Wait",
  dependsOn: after(...activities),
  userProperties: [],
  typeProperties: { waitTimeInSeconds: 1 },
});

/** A text becomes JSON in a list of its own, whose brackets are taken away: it may hold quotes and line ends. */
function bodyOf(error: Expression, home: "factory" | "workspace"): Expression {
  const list = call("string", call("createArray", error));
  const text = call("substring", list, number(1), call("sub", call("length", list), number(2)));
  return call(
    "concat",
    ...[quoted('{"pipeline":"'), run("Pipeline"), quoted('","run":"'), run("RunId")],
    ...[quoted(`","${home}":"`), run("DataFactory"), quoted('","error":'), text, quoted("}")],
  );
}
