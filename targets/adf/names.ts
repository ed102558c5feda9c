import { nameHash } from "../../compiler/emit/name-hash.js";
import type { ApiIr } from "../../compiler/ir/api.js";
import type { DatabaseIr } from "../../compiler/ir/database.js";
import type { DedicatedPoolIr } from "../../compiler/ir/dedicated.js";
import type { BlobContainerIr } from "../../compiler/ir/file-set.js";
import type { DataFlowIr, LandedIr, LandingIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { FunctionAppIr, LoadsIr } from "../../compiler/ir/loads.js";
import { ofProject } from "../../compiler/ir/shared-names.js";
import type { WarehouseIr } from "../../compiler/ir/warehouse.js";

/**
 * What a project has beside its pipelines and triggers has the project's name before its own: a factory, or a workspace, may serve
 * several projects. Their linked services and datasets may have no `-`.
 * https://learn.microsoft.com/azure/data-factory/naming-rules
 */
export const lakeService = (project: ProjectIr): string => ofProject(project, "lake");
export const lakeCsv = (project: ProjectIr): string => ofProject(project, "lake_csv");
export const lakeParquet = (project: ProjectIr): string => ofProject(project, "lake_parquet");
export const lakeJson = (project: ProjectIr): string => ofProject(project, "lake_json");
export const lakeAnswers = (project: ProjectIr): string => ofProject(project, "lake_answers");
export const lakeFolder = (project: ProjectIr): string => ofProject(project, "lake_folder");
export const lakeUnzipped = (format: LandedIr["format"], project: ProjectIr): string =>
  ofProject(project, "lake_unzipped", ...(format === "json" ? [format] : []));

export const databaseService = ({ name }: DatabaseIr, project: ProjectIr): string => ofProject(project, name);
export const databaseTable = ({ name }: DatabaseIr, project: ProjectIr): string => ofProject(project, name, "table");
export const warehouseService = ({ name }: WarehouseIr, project: ProjectIr): string => ofProject(project, name);
export const poolService = ({ name }: DedicatedPoolIr, project: ProjectIr): string => ofProject(project, name);
export const blobService = ({ name }: BlobContainerIr, project: ProjectIr): string => ofProject(project, name);
/** `format`: what they land in. */
export const blobFiles = (
  { name }: BlobContainerIr,
  format: LandedIr["format"],
  compression: string | undefined,
  project: ProjectIr,
): string =>
  ofProject(project, name, format === "json" ? format : "csv", ...(compression === undefined ? [] : [compression]));
export const apiService = ({ name }: ApiIr, project: ProjectIr): string => ofProject(project, name);
export const functionService = ({ name }: FunctionAppIr, project: ProjectIr): string => ofProject(project, name);
export const apiAnswers = ({ name }: ApiIr, project: ProjectIr): string => ofProject(project, name, "answers");
export const blobArchives = ({ name }: BlobContainerIr, project: ProjectIr): string => ofProject(project, name, "zip");
export const blobFolder = ({ name }: BlobContainerIr, project: ProjectIr): string => ofProject(project, name, "folder");
export const clusterService = (compute: string, project: ProjectIr): string =>
  ofProject(project, "databricks", compute);

/** The vault's address, by environment: `https://youflix-prod.vault.azure.net/`. */
export const vaultParameter = (project: ProjectIr): string => ofProject(project, "vault");

/** Of a workspace of Synapse: the pipeline that returns what an environment decides, and the activity that calls it. */
export const environmentPipeline = ({ name }: ProjectIr): string => `${name}_environment`;
export const environmentActivity = "environment";

/** The mark of ownership: what does not carry it is not ours. */
export const ownedBy = ({ name }: ProjectIr): string => `sluice: project=${name}`;

/**
 * A pipeline that lands some of the tables of another one. Which ones is part of its name: a pipeline of that name never lands others. So
 * when tables are parted otherwise the caller goes over from all the old parts to all the new ones in one step, and no table is landed
 * by two at once, or by none, while some of them are published already and others are not.
 */
export const partName = (pipeline: string, landings: readonly LandingIr[]): string => {
  const tables = landings.map(({ output }) => output.id).sort();
  return `${pipeline}_land_${nameHash(JSON.stringify(tables))}`;
};

/** The same of one that has data flows compute some of the tables. */
export const computingPartName = (pipeline: string, dataFlows: readonly DataFlowIr[]): string =>
  `${pipeline}_compute_${nameHash(JSON.stringify(dataFlows.map(({ id }) => id).sort()))}`;

/** The activities that read a group of tables: a name stands once in a whole pipeline. */
export interface ReadingNames {
  readonly eachTable: string;
  readonly oldMark: string;
  readonly newMark: string;
  readonly hasChanges: string;
  readonly landRows: string;
  readonly keepMark: string;
  /** The pipeline's parameter with the tables. */
  readonly tables: string;
}

/** `group`: 1 is the first. */
export function readingNames(group: number): ReadingNames {
  const own = (name: string): string => (group === 1 ? name : `${name} ${group}`);
  return {
    eachTable: own("each table"),
    oldMark: own("old mark"),
    newMark: own("new mark"),
    hasChanges: own("has changes"),
    landRows: own("land the rows"),
    keepMark: own("keep the mark"),
    tables: own("tables").replace(" ", "_"),
  };
}

/** The activities that read a group of whole tables. */
export interface WholeNames {
  readonly eachTable: string;
  readonly lastLanding: string;
  readonly readingTime: string;
  readonly landTable: string;
  readonly isBelieved: string;
  readonly keepLanding: string;
  readonly refuseEmpty: string;
  /** The pipeline's parameter with the tables. */
  readonly tables: string;
}

/** `group`: 1 is the first. */
export function wholeNames(group: number): WholeNames {
  const own = (name: string): string => (group === 1 ? name : `${name} ${group}`);
  return {
    eachTable: own("each whole table"),
    lastLanding: own("last landing"),
    readingTime: own("time of reading"),
    landTable: own("land the table"),
    isBelieved: own("is it believed"),
    keepLanding: own("keep the landing"),
    refuseEmpty: own("refuse an empty table"),
    tables: own("whole_tables").replace(" ", "_"),
  };
}

/** The activities that land a group of files of others. */
export interface FileNames {
  readonly eachFileSet: string;
  readonly landPeriods: string;
  readonly interval: string;
  readonly unzipFiles: string;
  readonly waitToUnzip: string;
  readonly unzipAgain: string;
  readonly areNone: string;
  readonly refuseNoArchives: string;
  readonly landFiles: string;
  readonly removeUnzipped: string;
  readonly leaveUnzipped: string;
  readonly haveRows: string;
  readonly keepFiles: string;
  readonly refuseNone: string;
  /** The pipeline's parameter with the sources. */
  readonly fileSets: string;
}

/** `group`: 1 is the first. */
export function fileNames(group: number): FileNames {
  const own = (name: string): string => (group === 1 ? name : `${name} ${group}`);
  return {
    eachFileSet: own("each source of files"),
    landPeriods: own("land its periods"),
    interval: own("time of files"),
    unzipFiles: own("unzip the files"),
    waitToUnzip: own("wait to unzip again"),
    unzipAgain: own("unzip the files again"),
    areNone: own("are there no archives"),
    refuseNoArchives: own("refuse no archives"),
    removeUnzipped: own("remove what was unzipped"),
    leaveUnzipped: own("leave what was unzipped"),
    landFiles: own("land the files"),
    haveRows: own("have they rows"),
    keepFiles: own("keep the files"),
    refuseNone: own("refuse no files"),
    fileSets: own("file_sources").replace(" ", "_"),
  };
}

/** The activities that land what an API answers. */
export interface ApiNames {
  readonly eachSource: string;
  readonly interval: string;
  readonly landAnswers: string;
  readonly areAll: string;
  readonly keepAnswers: string;
  readonly refuseAnswers: string;
  /** The pipeline's parameter with the sources. */
  readonly sources: string;
}

/** `group`: 1 is the first. */
export function apiNames(group: number): ApiNames {
  const own = (name: string): string => (group === 1 ? name : `${name} ${group}`);
  return {
    eachSource: own("each source of an API"),
    interval: own("time of asking"),
    landAnswers: own("land the answers"),
    areAll: own("are they all"),
    keepAnswers: own("keep the answers"),
    refuseAnswers: own("refuse the answers"),
    sources: own("api_sources").replace(" ", "_"),
  };
}

/** The activities of a table that a data flow computes. */
export interface DataFlowNames {
  readonly last: string;
  readonly isNew: string;
  readonly compute: string;
  readonly keep: string;
}

export const dataFlowNames = ({ reference }: DataFlowIr): DataFlowNames => ({
  last: `last landing for ${activityName(reference)}`,
  isNew: `is it new to ${activityName(reference)}`,
  compute: `compute ${activityName(reference)}`,
  keep: `keep what ${activityName(reference)} took`,
});

/** Names of activities have no dot, and with the words before it at most 55 characters. https://learn.microsoft.com/azure/data-factory/naming-rules */
const activityName = (reference: string): string => {
  const words = reference.replaceAll(".", " ");
  return words.length > 38 ? `${words.slice(0, 25)} ${nameHash(reference)}` : words;
};

/** The activity that has a function load; `id`: its source's, of the pipeline that the activity stands in. */
export const callName = ({ id }: LoadsIr): string => `load ${activityName(id.slice(id.indexOf(".") + 1))}`;

/** The activity before those. */
export const callingNames = { nameLoad: "name of the load" } as const;

/** The activities that tell of a failure. */
export const failureNames = {
  allDone: "all have landed",
  gather: (part: number) => `gather errors ${part}`,
  /** The variable that it is gathered in. */
  gathered: (part: number) => `errors_${part}`,
  environment: "environment of the failure",
  address: "address of the webhook",
  tell: "tell of the failure",
  fail: "fail",
} as const;

/** The activities that look whether a streaming job runs. */
export const watchNames = {
  look: "look for the application",
  applications: "applications",
  inTrouble: "could not look",
  own: "its applications",
  found: "is it among them",
  nextPage: "next page",
  turn: "turn to it",
  areAll: "were these all",
  count: "count the look",
  wait: "wait for a handover",
  runs: "does it run",
  fail: "it does not run",
} as const;

/** The activities that hand over what has landed. */
export const takingNames = {
  landed: "landed",
  isAny: "is there anything to take",
  /** By the job that has what no other one names, and by one with a name of its own. */
  take: (job: string | undefined) => (job === undefined ? "take what has landed" : `take what has landed by ${job}`),
  /** The same where nothing lands and only loads are taken. */
  takeLoads: (job: string | undefined) =>
    job === undefined ? "take what was loaded" : `take what was loaded by ${job}`,
  keepTaken: "keep what is taken",
} as const;
