import type { Base, Policy, UserProperty } from "./activity.js";
import type { PostgresWords, TransactWords } from "./database-words.js";
import type { Evaluated, Value } from "./expression.js";
import type { PaginationRules } from "./paging.js";
import type { DatasetReference } from "./reference.js";

/** https://learn.microsoft.com/azure/data-factory/copy-activity-overview */
export type Copy = Base<"Copy"> & {
  readonly policy: Policy;
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: {
    readonly source: DatabaseQuery | DelimitedTextSource | BinarySource | RestSource;
    readonly sink: DelimitedTextSink | ParquetSink | BinarySink | JsonSink;
    readonly enableStaging: false;
    /** Of what has columns. */
    readonly translator?: Evaluated;
  };
  readonly inputs: readonly [DatasetReference];
  readonly outputs: readonly [DatasetReference];
};

export type DatabaseQuery = TransactQuery | PostgresQuery;

export type TransactQuery = {
  readonly type: TransactWords["source"];
  readonly sqlReaderQuery: Value;
  readonly queryTimeout: string;
  readonly isolationLevel: "ReadCommitted";
  readonly partitionOption: "None";
};

/** https://learn.microsoft.com/azure/data-factory/connector-postgresql#copy-activity-properties */
export type PostgresQuery = {
  readonly type: PostgresWords["source"];
  readonly query: Value;
  readonly queryTimeout: string;
};

/** https://learn.microsoft.com/azure/data-factory/format-delimited-text#delimited-text-as-source */
export type DelimitedTextSource = {
  readonly type: "DelimitedTextSource";
  readonly storeSettings: BlobRead | LakeFolderRead;
  readonly formatSettings: { readonly type: "DelimitedTextReadSettings" };
  readonly additionalColumns?: readonly { readonly name: string; readonly value: Value }[];
};

/** https://learn.microsoft.com/azure/data-factory/connector-azure-blob-storage#blob-storage-as-a-source-type */
type BlobRead = {
  readonly type: "AzureBlobStorageReadSettings";
  readonly recursive: false;
  readonly wildcardFolderPath?: Value;
  readonly wildcardFileName: Value;
  readonly enablePartitionDiscovery?: false;
  readonly modifiedDatetimeStart?: Value;
  readonly modifiedDatetimeEnd?: Value;
};

/**
 * All files of a folder, and of those in it.
 * https://learn.microsoft.com/azure/data-factory/connector-azure-data-lake-storage#azure-data-lake-storage-gen2-as-a-source-type
 */
type LakeFolderRead = {
  readonly type: "AzureBlobFSReadSettings";
  readonly recursive: true;
  readonly wildcardFileName: "*";
  readonly enablePartitionDiscovery: false;
};

/** Archives, which are unpacked. https://learn.microsoft.com/azure/data-factory/format-binary#binary-as-source */
export type BinarySource = {
  readonly type: "BinarySource";
  readonly storeSettings: BlobRead;
  readonly formatSettings: {
    readonly type: "BinaryReadSettings";
    readonly compressionProperties: {
      readonly type: "ZipDeflateReadSettings";
      readonly preserveZipFileNameAsFolder: true;
    };
  };
};

/** https://learn.microsoft.com/azure/data-factory/format-binary#binary-as-sink */
export type BinarySink = { readonly type: "BinarySink"; readonly storeSettings: LakeWrite };

/** `MergeFiles`: the rows of all files go into the one that the dataset names. */
type LakeWrite = { readonly type: "AzureBlobFSWriteSettings"; readonly copyBehavior?: "MergeFiles" };

/** https://learn.microsoft.com/azure/data-factory/format-delimited-text#delimited-text-as-sink */
export type DelimitedTextSink = {
  readonly type: "DelimitedTextSink";
  readonly storeSettings: LakeWrite;
  readonly formatSettings: {
    readonly type: "DelimitedTextWriteSettings";
    readonly quoteAllText: boolean;
    readonly fileExtension: ".csv" | ".json";
  };
};

/** https://learn.microsoft.com/azure/data-factory/format-parquet#parquet-as-sink */
export type ParquetSink = {
  readonly type: "ParquetSink";
  readonly storeSettings: LakeWrite;
  readonly formatSettings: { readonly type: "ParquetWriteSettings" };
};

/** `requestInterval`: before each page but the first. https://learn.microsoft.com/azure/data-factory/connector-rest#rest-as-source */
export type RestSource = {
  readonly type: "RestSource";
  readonly requestMethod: "GET";
  readonly httpRequestTimeout: string;
  readonly requestInterval: string;
  readonly paginationRules: PaginationRules;
};

/** `setOfObjects`: one on each line. https://learn.microsoft.com/azure/data-factory/format-json#json-as-sink */
export type JsonSink = {
  readonly type: "JsonSink";
  readonly storeSettings: LakeWrite;
  readonly formatSettings: { readonly type: "JsonWriteSettings"; readonly filePattern: "setOfObjects" };
};
