import type { Report } from "../diagnostics/report.js";
import type { LinkedProject } from "../model/linked.js";

/** One rule over a linked project. It only reports. */
export type Check = (project: LinkedProject, report: Report) => void;
