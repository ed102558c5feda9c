/** A kind of thing in a factory. */
export interface Kind {
  /** In paths and in `type`. */
  readonly segment: string;
  /** In actions: https://learn.microsoft.com/azure/role-based-access-control/permissions/analytics#microsoftdatafactory */
  readonly action: string;
  /** The `type` of an object that refers to it. */
  readonly reference: string;
  readonly name: RegExp;
  readonly shortest: number;
  readonly longest: number;
  /** Its properties must say their `type`. */
  readonly isTyped: boolean;
  /** Names of what is there without being put. */
  readonly builtIn: readonly string[];
}

/** Names: https://learn.microsoft.com/rest/api/datafactory/pipelines/create-or-update#uri-parameters and the same page of each kind. */
export const plainName = { name: /^[A-Za-z0-9_][^<>*#.%&:\\+?/]*$/, shortest: 1, longest: 260 };
const plain = { ...plainName, builtIn: [] };
const runtime = { name: /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, shortest: 3, longest: 63 };
const inner = {
  name: /^([_A-Za-z0-9]|([_A-Za-z0-9][-_A-Za-z0-9]{0,125}[_A-Za-z0-9]))$/,
  shortest: 1,
  longest: 127,
  builtIn: [],
};

export const triggers: Kind = {
  ...plain,
  segment: "triggers",
  action: "triggers",
  reference: "TriggerReference",
  isTyped: true,
};

export const pipelines: Kind = {
  ...plain,
  segment: "pipelines",
  action: "pipelines",
  reference: "PipelineReference",
  isTyped: false,
};

export const kinds: readonly Kind[] = [
  pipelines,
  triggers,
  { ...plain, segment: "datasets", action: "datasets", reference: "DatasetReference", isTyped: true },
  { ...plain, segment: "linkedservices", action: "linkedServices", reference: "LinkedServiceReference", isTyped: true },
  { ...plain, segment: "dataflows", action: "dataflows", reference: "DataFlowReference", isTyped: true },
  {
    ...runtime,
    segment: "integrationRuntimes",
    action: "integrationruntimes",
    reference: "IntegrationRuntimeReference",
    isTyped: true,
    // https://learn.microsoft.com/azure/data-factory/concepts-integration-runtime#azure-ir-location
    builtIn: ["AutoResolveIntegrationRuntime"],
  },
  { ...inner, segment: "credentials", action: "credentials", reference: "CredentialReference", isTyped: true },
  {
    ...inner,
    segment: "managedVirtualNetworks",
    action: "managedVirtualNetworks",
    reference: "ManagedVirtualNetworkReference",
    isTyped: false,
  },
];
