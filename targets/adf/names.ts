import { nameHash } from "../../compiler/emit/name-hash.js";
import type { DatabaseIr } from "../../compiler/ir/database.js";
import type { BlobContainerIr } from "../../compiler/ir/file-set.js";
import type { LandingIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";

/** How the things of a factory are called that a project has beside its pipelines and triggers. */
export const lakeService = "lake";
export const vaultService = "vault";
export const lakeCsv = "lake_csv";
export const lakeParquet = "lake_parquet";
export const lakeFolder = "lake_folder";
export const lakeUnzipped = "lake_unzipped";

export const databaseService = ({ name }: DatabaseIr): string => name;
export const databaseTable = ({ name }: DatabaseIr): string => `${name}_table`;
export const blobService = ({ name }: BlobContainerIr): string => name;
export const blobFiles = ({ name }: BlobContainerIr, compression: string | undefined): string =>
  compression === undefined ? `${name}_csv` : `${name}_csv_${compression}`;
export const blobArchives = ({ name }: BlobContainerIr): string => `${name}_zip`;
export const clusterService = (compute: string): string => `databricks_${compute}`;

/** A factory may serve several projects, and all its pipelines share one list of global parameters. */
export const globalName = ({ name }: ProjectIr, ...rest: readonly string[]): string =>
  [name, ...rest].join("_").replaceAll("-", "_");

/** The vault's address, by environment: `https://youflix-prod.vault.azure.net/`. */
export const vaultParameter = (project: ProjectIr): string => globalName(project, "vault");

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
  readonly interval: string;
  readonly unzipFiles: string;
  readonly landFiles: string;
  readonly removeUnzipped: string;
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
    interval: own("time of files"),
    unzipFiles: own("unzip the files"),
    removeUnzipped: own("remove what was unzipped"),
    landFiles: own("land the files"),
    haveRows: own("have they rows"),
    keepFiles: own("keep the files"),
    refuseNone: own("refuse no files"),
    fileSets: own("file_sources").replace(" ", "_"),
  };
}

/** The activities that tell of a failure. */
export const failureNames = {
  allDone: "all have landed",
  address: "address of the webhook",
  tell: "tell of the failure",
  fail: "fail",
} as const;

/** The activities that hand over what has landed. */
export const takingNames = {
  landed: "landed",
  isAny: "is there anything to take",
  take: "take what has landed",
  keepTaken: "keep what is taken",
} as const;
