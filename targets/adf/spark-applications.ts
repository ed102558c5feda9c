import { jobTag, livyPools, overIn, pageSize, projectTag, undecided } from "../../compiler/emit/applications.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { ofEnvironment } from "./environment.js";
import { call, type Expression, itemIfAny, number, quoted } from "./expression.js";
import { filesValue, workspaceValue } from "./watch-values.js";

/** The address of a page of a pool's applications. https://learn.microsoft.com/rest/api/synapse/data-plane/spark-batch/get-spark-batch-jobs */
export const pageOf = (pool: Expression, from: Expression, project: ProjectIr): Expression =>
  call(
    "concat",
    ofEnvironment(workspaceValue(project), project),
    quoted(`${livyPools}/`),
    pool,
    quoted("/batches?detailed=true&from="),
    from,
    quoted(`&size=${pageSize}`),
  );

/** Whether an application of a page runs a Spark job definition, by the signs that publishing goes by, and has not ended. */
export const goesOn = (job: string, project: ProjectIr): Expression =>
  call("and", call("or", isTagged(job, project), hasMainFile(job, project)), isOpen);

const none = quoted("");

const isTagged = (job: string, { name }: ProjectIr): Expression =>
  call(
    "and",
    call("equals", itemIfAny("tags", projectTag), quoted(name)),
    call("equals", call("toLower", textOf(none, "tags", jobTag)), quoted(job.toLowerCase())),
  );

/** Somebody has started it by hand. Each version of the file stands in a folder whose name has 12 characters. */
function hasMainFile(job: string, project: ProjectIr): Expression {
  // So that there are parts enough, whatever it is.
  const file = call("concat", quoted("//"), textOf(none, "livyInfo", "jobCreationRequest", "file"));
  const parts = call("split", file, quoted("/"));
  const version = call("last", call("take", parts, call("sub", call("length", parts), number(1))));
  const folder = ofEnvironment(filesValue(project), project);
  const main = (...between: readonly Expression[]): Expression =>
    call("equals", file, call("concat", quoted("//"), folder, ...between, quoted(`/${job}.py`)));
  return call(
    "or",
    main(),
    call("and", main(quoted("/"), version), call("equals", call("length", version), number(12))),
  );
}

const textOf = (otherwise: Expression, ...path: readonly string[]): Expression =>
  call("coalesce", itemIfAny(...path), otherwise);

const isOpen = call(
  "and",
  call("equals", textOf(quoted(undecided), "result"), quoted(undecided)),
  call("not", call("contains", call("createArray", ...overIn.map(quoted)), textOf(none, "state"))),
);
