import { Access, type Credential } from "./access.js";
import type { Destination, SynapsePlace } from "./destination.js";
import type { KindName } from "./kinds.js";
import { LakeFiles } from "./lake-files.js";
import type { Patience } from "./patience.js";
import type { Plane } from "./plane.js";
import type { Reader } from "./services.js";
import { SparkBatchClient } from "./spark-batch-client.js";
import { SparkBatches } from "./spark-batches.js";
import { SparkJobs } from "./spark-jobs.js";
import { Synapse } from "./synapse.js";
import { SynapseClient } from "./synapse-client.js";
import { synapseArtifactKindNames, synapseResourcesRead } from "./synapse-kinds.js";
import { SynapseResources } from "./synapse-resources.js";
import type { Wanted } from "./thing.js";

/** What the vendor's own client asks a token for. */
const scope = "https://dev.azuresynapse.net/.default";

interface SynapseRequest {
  readonly destination: Destination;
  readonly place: SynapsePlace;
  readonly wanted: readonly Wanted[];
  readonly credential: Credential;
  /** Of the lake. */
  readonly lake: Access;
  readonly patience: Patience;
}

interface Clients {
  readonly taking: readonly (readonly [KindName, Plane])[];
  readonly read: readonly Reader[];
}

/** The clients of a Synapse workspace: of its artifacts, of what it has of its own, and of the files that its jobs name. */
export function synapseClients({ destination, place, wanted, credential, lake, patience }: SynapseRequest): Clients {
  const { name, development, endpoint } = place;
  const { state } = destination;
  const access = new Access(development, scope, credential).client();
  const artifacts = new Synapse(new SynapseClient(development, access, patience), destination, patience);
  const batches = new SparkBatches(new SparkBatchClient(development, access, patience), destination.project, patience);
  const jobs = new SparkJobs(artifacts, batches, wanted);
  const manager = new Access(endpoint, `${endpoint}/.default`, credential);
  const resources = new SynapseResources(place, synapseResourcesRead(wanted), manager.client(), patience);
  const files = new LakeFiles(destination, lake, patience);
  return {
    taking: [
      ...synapseArtifactKindNames.map((kind) => [kind, artifacts] as const),
      ["synapse.sparkJobDefinition", jobs],
      ["file", files],
    ],
    read: [
      { plane: jobs, where: `the workspace ${name} (${development})` },
      { plane: resources, where: `the workspace ${name} (${endpoint})` },
      { plane: files, where: `the container ${state.container} of ${state.endpoint}` },
    ],
  };
}
