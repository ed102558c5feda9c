import type { Report } from "../diagnostics/report.js";
import { circlesOf } from "../model/chains.js";
import { jobDiagnostics } from "../model/job-diagnostics.js";
import { groupName, groupsOf, type JobGroup } from "../model/job-groups.js";
import { mayLand } from "../model/link-after.js";
import type { LinkedPipeline } from "../model/linked.js";
import type { Check } from "./check.js";

/** What a pipeline's jobs say can be done: they are of runs, each has a place of its own, and none waits for itself. */
export const jobs: Check = ({ pipelines }, report) => {
  const places = new Map(pipelines.map(({ pipeline: { name } }) => [placeOf(name), `the pipeline '${name}'`]));
  for (const linked of pipelines) {
    const { pipeline } = linked;
    if (linked.jobs.length === 0) continue;
    if (!mayLand(pipeline))
      report.add(jobDiagnostics.ofStreams.at(pipeline.origin.child("jobs").key(), { pipeline: pipeline.name }));
    for (const { job } of linked.jobs) {
      const name = groupName(pipeline.name, job.name);
      const other = places.get(placeOf(name));
      if (other !== undefined) report.add(jobDiagnostics.takenName.at(job.origin.key(), { name, other }));
      places.set(placeOf(name), `the job '${job.name}' of '${pipeline.name}'`);
    }
    circles(linked, report);
  }
};

/** As services compare names of notebooks. */
const placeOf = (name: string): string => name.toLowerCase().replaceAll("-", "_");

function circles(linked: LinkedPipeline, report: Report): void {
  for (const circle of circlesOf(groupsOf(linked))) {
    // The first that was written: the pipeline's own job is written nowhere.
    const one = circle.find(({ job }) => job !== undefined);
    const read = one?.reads.find(({ group }) => circle.some(({ name }) => name === group));
    if (one?.job === undefined || read === undefined) continue;
    const details = { circle: circle.slice(0, -1).map(titleOf), reads: read.by, read: read.table };
    report.add(jobDiagnostics.circle.at(one.job.job.origin.key(), details));
  }
}

const titleOf = ({ job }: JobGroup): string => job?.job.name ?? "what no job names";
