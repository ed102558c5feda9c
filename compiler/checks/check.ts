import type { Report } from "../diagnostics/report.js";
import type { LinkedProject } from "../model/linked.js";

/** One rule over a linked project. It only reports. `now`: what is told of days to come begins then. */
export type Check = (project: LinkedProject, report: Report, now: Date) => void;
